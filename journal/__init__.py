"""What was felt and done: records, their store, and the days made from them."""
