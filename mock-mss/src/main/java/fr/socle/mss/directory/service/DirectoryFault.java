package fr.socle.mss.directory.service;

import java.util.List;

/** The faults of the directory, which scenarios arm by name: mssante.md 5, lines 26 to 28. */
public enum DirectoryFault {
  /** Key refused. */
  KEY_REFUSED("annuaire-cle-refusee", "L'annuaire FHIR répond 401, quelle que soit la clé."),
  /** Too many calls. */
  TOO_MANY("annuaire-debit-depasse", "L'annuaire FHIR répond 429, comme au-delà de 17 appels/s."),
  /** Internal error. */
  ERROR("annuaire-erreur", "L'annuaire FHIR répond 500 et un OperationOutcome."),
  /** Finds nobody. */
  EMPTY("annuaire-vide", "L'annuaire FHIR ne trouve personne : total 0 et aucune entrée."),
  /** Next page is this one. */
  NEXT_LOOP(
      "annuaire-page-en-boucle",
      "Le lien « next » de l'annuaire FHIR ramène à la même page, sans fin."),
  /** Publishes the red list. */
  RED_LIST(
      "annuaire-liste-rouge",
      "L'annuaire FHIR publie aussi les boîtes en liste rouge, marquées listeRouge=true : le"
          + " logiciel ne doit pas les montrer."),
  /** LDAP size limit. */
  LDAP_SIZE("ldap-trop-de-resultats", "La recherche LDAP répond sizeLimitExceeded (4)."),
  /** LDAP busy. */
  LDAP_BUSY("ldap-occupe", "Le serveur LDAP répond busy (51)."),
  /** LDAP unavailable. */
  LDAP_UNAVAILABLE("ldap-indisponible", "Le serveur LDAP répond unavailable (52)."),
  /** No autoconfiguration. */
  CONFIG_ABSENT("autoconfig-absente", "Le fichier d'autoconfiguration n'existe pas : 404."),
  /** Foreign host. */
  CONFIG_FOREIGN(
      "autoconfig-hote-etranger",
      "Le fichier d'autoconfiguration donne des serveurs hors de .mssante.fr."),
  /** Private address. */
  CONFIG_PRIVATE(
      "autoconfig-adresse-privee",
      "Le fichier d'autoconfiguration donne une adresse privée (10.0.0.1)."),
  /** No service, told by DNS. */
  SRV_NOWHERE(
      "srv-cible-point",
      "Le DNS dit que le domaine n'offre pas la messagerie : enregistrement SRV de cible « . »"
          + " (réglage mss.srv=oui)."),
  /** Truncated list. */
  LIST_TRUNCATED("liste-blanche-tronquee", "La liste blanche s'arrête au milieu d'un domaine."),
  /** Root not closed. */
  LIST_UNCLOSED(
      "liste-blanche-non-fermee",
      "La racine de la liste blanche n'est pas fermée, comme dans l'extrait publié."),
  /** Old date. */
  LIST_OLD(
      "liste-blanche-ancienne",
      "La date de génération de la liste blanche a un an (jours=365).",
      "jours"),
  /** Domain twice. */
  LIST_TWICE(
      "liste-blanche-domaine-double",
      "Le domaine figure deux fois, avec deux DN de certificat (domaine ; par défaut le premier).",
      "domaine"),
  /** Domain removed. */
  LIST_REMOVED(
      "liste-blanche-domaine-retire",
      "Le domaine ne figure plus (domaine ; par défaut le premier).",
      "domaine");

  private final String label;
  private final String description;
  private final String parameters;

  DirectoryFault(String label, String description) {
    this(label, description, "");
  }

  DirectoryFault(String label, String description, String parameters) {
    this.label = label;
    this.description = description;
    this.parameters = parameters;
  }

  /** Name of the fault. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : List.of(parameters);
  }
}
