"""What attacks the product at length: run by ``make attaque``, never by the ordinary tests."""
