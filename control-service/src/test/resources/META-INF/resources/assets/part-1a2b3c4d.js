// Stands for a file of the panel.
