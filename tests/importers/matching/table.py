"""A table that no importer knows: the headings that a town gives, and a line under them."""

HEAD = "Exercice;Action;Structure;Axe;QPV;Cofinanceur;Décision;Subv. accordée 2020;Contact;Notes"
LINE = "2020;Jardins;Régie;Cohésion;Mouline-Basse;État;accordé;3200;Jean Dupont;a@b.fr 0612345678"
