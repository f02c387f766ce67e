"""The observatory of a contrat de ville: values of the trade, and what renders them."""
