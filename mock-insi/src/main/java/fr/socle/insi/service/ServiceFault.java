package fr.socle.insi.service;

import java.util.List;
import java.util.Optional;

/** The faults of INSi's own catalogue, which scenarios arm by name. */
public enum ServiceFault {
  /** Authorisation refused. */
  DESIR_550("desir_550", "Refuse le logiciel comme inconnu (faute desir_550)."),
  /** Certificate refused. */
  DESIR_560("desir_560", "Refuse le certificat ou les droits (faute desir_560)."),
  /** Service behind the gateway unavailable. */
  DESIR_1020("desir_1020", "Répond que le service appelé est indisponible (faute desir_1020)."),
  /** Birth name missing. */
  INSI_19("insi_19", "Répond que le nom de naissance est obligatoire (faute insi_19)."),
  /** Sex misread. */
  INSI_24("insi_24", "Répond que le sexe est incorrect (faute insi_24)."),
  /** Technical failure of the Vitale search. */
  INSI_101(
      "insi_101", "Répond l'erreur technique de la recherche par carte Vitale (faute insi_101)."),
  /** Technical failure of the traits search. */
  INSI_102("insi_102", "Répond l'erreur technique de la recherche par traits (faute insi_102)."),
  /** Everything unavailable. */
  INSI_111("insi_111", "Répond que les téléservices sont indisponibles (faute insi_111)."),
  /** Birth date with 00. */
  REPONSE_DATE_00(
      "reponse-date-00",
      "Rend une date de naissance dont le jour (ou le mois, partie=mois) vaut 00.",
      "partie"),
  /** Empty trait. */
  REPONSE_TRAITS_VIDES(
      "reponse-traits-vides",
      "Rend une identité dont un trait est vide (champ=NomNaissance, ListePrenom ou Sexe).",
      "champ"),
  /** Wrong key. */
  REPONSE_CLE_FAUSSE("reponse-cle-fausse", "Rend un matricule dont la clé est fausse."),
  /** First name without the list. */
  REPONSE_PRENOM_SEUL(
      "reponse-prenom-seul", "Rend Prenom sans ListePrenom, comme un échantillon officiel."),
  /** First name and list. */
  REPONSE_PRENOM_ET_LISTE(
      "reponse-prenom-et-liste", "Rend Prenom et ListePrenom, comme les fichiers du CNDA."),
  /** Type of number. */
  REPONSE_TYPE_MATRICULE(
      "reponse-type-matricule", "Écrit TypeMatricule (NIR ou NIA) avec chaque matricule."),
  /** Unknown return code. */
  CR_INCONNU(
      "cr-inconnu", "Rend un code retour que personne ne connaît (code=09 par défaut).", "code"),
  /** Verification that fails. */
  VERIFICATION_KO(
      "verification-ko", "Répond à la vérification que l'INS n'est pas valable (contrat supposé)."),
  /** Prefixes. */
  PREFIXE_NS2("prefixe-ns2", "Écrit la réponse avec le préfixe ns2."),
  /** Other prefixes. */
  PREFIXE_MIXTE("prefixe-mixte", "Écrit la réponse avec des préfixes mêlés (soap, env, ns2)."),
  /** Number in force among the former ones. */
  HISTO_REPETE("histo-repete", "Répète le matricule en vigueur dans l'historique."),
  /** Order of a former number. */
  HISTO_DATES_DEVANT(
      "histo-dates-devant",
      "Écrit les dates d'un ancien matricule avant lui ; en ajoute un si la personne n'en a pas.");

  /** Those of the gateway, answered before anything but the certificate is looked at. */
  static final List<ServiceFault> GATEWAY = List.of(DESIR_560, DESIR_550, DESIR_1020);

  /** Those of the back end, answered in place of a search by traits. */
  static final List<ServiceFault> BY_TRAITS = List.of(INSI_19, INSI_24, INSI_102, INSI_111);

  /** Those of the back end, answered in place of a verification. */
  static final List<ServiceFault> BY_VERIFICATION = List.of(INSI_111);

  /** Those of the back end, answered in place of a search by card. */
  static final List<ServiceFault> BY_CARD = List.of(INSI_101, INSI_111);

  private final String label;
  private final String description;
  private final String parameter;

  ServiceFault(String label, String description) {
    this(label, description, "");
  }

  ServiceFault(String label, String description, String parameter) {
    this.label = label;
    this.description = description;
    this.parameter = parameter;
  }

  /** Name by which it is armed; for those that are faults on the wire, their code. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return parameter.isEmpty() ? List.of() : List.of(parameter);
  }

  static Optional<ServiceFault> firstTaken(List<ServiceFault> among, Disturbances armed) {
    return among.stream().filter(fault -> armed.take(fault.label()).isPresent()).findFirst();
  }
}
