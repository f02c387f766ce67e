"""From values to Dash components. No callback here."""
