package fr.socle.dmp.service;

import java.util.List;
import java.util.Optional;

/** The faults of the DMP's own catalogue, which scenarios arm by name: dmp.md 2.6, 4.2. */
public enum DmpServiceFault {
  /** Signing certificate refused. */
  INVALID_CERTIFICATE(
      "DMPInvalidCertificate", "Refuse le certificat qui signe le VIHF (faute SOAP)."),
  /** Right refused. */
  ACCESS_DENIED(
      "DMPAccessDeniedByRightsService",
      "Refuse l'accès par le service des droits (faute SOAP ; sur le site, une page qui porte ce"
          + " code)."),
  /** Structure unknown. */
  UNKNOWN_STRUCTURE(
      "structure-inconnue", "Répond que la structure est inconnue ou inactive (faute SOAP)."),
  /** Professional of another structure. */
  NOT_OF_THE_STRUCTURE(
      "professionnel-non-rattache",
      "Répond que le professionnel n'est pas rattaché à la structure (faute SOAP)."),
  /** Assertion too old. */
  EXPIRED_VIHF("vihf-perime", "Répond que le VIHF n'est plus valable (faute SOAP)."),
  /** Technical failure. */
  TECHNICAL("erreur-technique", "Répond une faute SOAP Receiver : le service est en panne."),
  /** Refusal of the business kind. */
  REFUSAL(
      "refus-metier",
      "Répond un refus à la place du résultat (code=DMPAccessDeniedByRightsService par défaut ;"
          + " texte).",
      "code texte"),
  /** Too many results. */
  TOO_MANY("trop-de-resultats", "TD0.5 répond que les candidats sont trop nombreux."),
  /** Part of a result. */
  PARTIAL(
      "succes-partiel",
      "TD3.1 et TD3.2 ne rendent pas leur dernier document : PartialSuccess, et une erreur à la"
          + " place."),
  /** An answer that ends inside a part. */
  CUT_PART(
      "mtom-coupe",
      "TD3.2 : la réponse HTTP est complète, mais son message MTOM s'arrête au milieu de sa dernière"
          + " partie."),
  /** Letter case. */
  STATUS_CASE("statut-casse", "Écrit DMPOK au lieu de DMPOk."),
  /** No context. */
  NO_CONTEXT("sans-context", "N'écrit pas l'élément context, qui peut manquer."),
  /** Other sex. */
  OTHER_SEX("sexe-different", "TD0.2 rend l'autre sexe, comme un échantillon officiel (Q8).");

  private final String label;
  private final String description;
  private final String parameters;

  DmpServiceFault(String label, String description) {
    this(label, description, "");
  }

  DmpServiceFault(String label, String description, String parameters) {
    this.label = label;
    this.description = description;
    this.parameters = parameters;
  }

  /** Name to arm it by. */
  public String label() {
    return label;
  }

  /** What it does, French. */
  public String description() {
    return description;
  }

  /** Names of its parameters. */
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
  }

  /** The refusal of TD0.5 when candidates are too many: the code is not known (S:MAGIC). */
  public static DmpRefusal tooManyPatients() {
    return DmpRefusal.ofUnknownCode("Trop de patients correspondent.");
  }

  /**
   * The SOAP fault it stands for; empty when it changes the answer of an operation.
   *
   * @param professional NameID of who is refused
   * @param structure his Identifiant_Structure
   */
  public Optional<DmpFault> fault(String professional, String structure) {
    return switch (this) {
      case INVALID_CERTIFICATE ->
          Optional.of(
              new DmpFault(
                  DmpFault.INVALID_CERTIFICATE,
                  FaultTexts.invalidCertificate(FaultTexts.NO_SIGNATURE_CERTIFICATE)));
      case ACCESS_DENIED ->
          Optional.of(new DmpFault(label, "L'accès est refusé par le service des droits."));
      case UNKNOWN_STRUCTURE ->
          Optional.of(new DmpFault(DmpFault.INVALID_VIHF, FaultTexts.unknownStructure(structure)));
      case NOT_OF_THE_STRUCTURE ->
          Optional.of(
              new DmpFault(
                  DmpFault.INVALID_VIHF, FaultTexts.notOfTheStructure(professional, structure)));
      case EXPIRED_VIHF ->
          Optional.of(new DmpFault(DmpFault.INVALID_VIHF, "Le VIHF n'est plus valable."));
      case TECHNICAL ->
          Optional.of(new DmpFault("MOCK_ERREUR_TECHNIQUE", "Le service est indisponible.", false));
      case REFUSAL, TOO_MANY, PARTIAL, CUT_PART, STATUS_CASE, NO_CONTEXT, OTHER_SEX ->
          Optional.empty();
    };
  }
}
