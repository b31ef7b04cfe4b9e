package fr.socle.features.etapes;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Soit;
import java.util.Map;

/** Pannes of the professional data that Pro Santé Connect gives once somebody is identified. */
public final class ProfileFaultSteps {
  private static final Map<String, String> FAULTS =
      Map.ofEntries(
          Map.entry(
              "remet les données professionnelles de quelqu'un d'autre", "userinfo-autre-sub"),
          Map.entry(
              "ne reconnaît pas le jeton qui demande les données professionnelles", "userinfo-401"),
          Map.entry("interdit les données professionnelles", "userinfo-403"),
          Map.entry("échoue à donner les données professionnelles", "userinfo-500"),
          Map.entry("rend une page au lieu des données professionnelles", "userinfo-html"),
          Map.entry("coupe les données professionnelles au milieu", "userinfo-tronque"),
          Map.entry(
              "chiffre les données professionnelles pour quelqu'un d'autre", "userinfo-chiffre"),
          Map.entry("donne les données professionnelles dans un autre alphabet", "userinfo-latin1"),
          Map.entry("donne des codes que personne ne connaît", "userinfo-codes-inconnus"),
          Map.entry("ajoute des données que personne ne connaît", "userinfo-membres-inconnus"),
          Map.entry(
              "écrit autrement le nom des autres identifiants du professionnel",
              "userinfo-otherids"),
          Map.entry("ne lui connaît plus d'activité", "userinfo-sans-activite"),
          Map.entry("ne lui connaît plus d'exercice", "userinfo-sans-exercice"),
          Map.entry("ne donne plus ses données professionnelles", "userinfo-sans-refpro"));
  private static final Map<String, String> SLOW = Map.of("millisecondes", "2500");

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public ProfileFaultSteps(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** What is wrong with the professional data. */
  @ParameterType(
      "remet les données professionnelles de quelqu'un d'autre|ne reconnaît pas le jeton qui demande"
          + " les données professionnelles|interdit les données professionnelles|échoue à donner les"
          + " données professionnelles|rend une page au lieu des données professionnelles|coupe les"
          + " données professionnelles au milieu|chiffre les données professionnelles pour quelqu'un"
          + " d'autre|donne les données professionnelles dans un autre alphabet|donne des codes que"
          + " personne ne connaît|ajoute des données que personne ne connaît|écrit autrement le nom"
          + " des autres identifiants du professionnel|ne lui connaît plus d'(?:activité|exercice)|ne"
          + " donne plus ses données professionnelles")
  public String defautProfil(String word) {
    return word;
  }

  /** The professional data are not what they should be. */
  @Soit("une panne : Pro Santé Connect {defautProfil}")
  public void wrongProfile(String how) {
    arm(
        new FaultRequest("psc", FAULTS.getOrDefault(how, how), null, null, null),
        "Pro Santé Connect " + how + ".");
  }

  /** The professional data come late. */
  @Soit("une panne : Pro Santé Connect tarde à donner les données professionnelles")
  public void slowProfile() {
    arm(
        new FaultRequest("psc", "latence", SLOW, null, LoginView.USERINFO),
        "Pro Santé Connect tarde à donner les données professionnelles.");
  }

  /** The professional data come as a signed token. */
  @Soit("une panne : Pro Santé Connect signe les données professionnelles")
  public void signedProfile() {
    arm(
        new FaultRequest("psc", "userinfo-signe", null, null, null),
        "Pro Santé Connect signe les données professionnelles.");
  }

  /** The same, signed by somebody else. */
  @Soit("une panne : un inconnu signe les données professionnelles")
  public void signedByStranger() {
    arm(
        new FaultRequest("psc", "userinfo-signe", Map.of("cle", "inconnue"), null, null),
        "Un inconnu signe les données professionnelles.");
  }

  /** The LPS is declared as one whose professional data come signed. */
  @Soit("le logiciel s'est déclaré pour recevoir des données signées")
  public void declaredForSignedProfile() {
    scenario
        .bench()
        .declareClients(
            Map.of("userinfo_signed_response_alg", "RS256"),
            "Le logiciel a déclaré à Pro Santé Connect qu'il attend des données signées.");
  }

  /** Its data are signed, by somebody else. */
  @Soit("une panne : un inconnu signe les données que le logiciel attend signées")
  public void expectedSignatureOfStranger() {
    arm(
        new FaultRequest("psc", "userinfo-signature-fausse", null, null, null),
        "Un inconnu signe les données que le logiciel attend signées.");
  }

  private void arm(FaultRequest request, String described) {
    consultation.addPscFault(scenario.bench().arm(request, described));
    consultation.setArmedLoginFault(request.fault());
  }
}
