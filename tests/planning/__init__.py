"""Plans, forecasts, figures, and what is sent of them."""
