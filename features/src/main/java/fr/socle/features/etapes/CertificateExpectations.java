package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on the certificate shown to INSi (INS/va1.14). */
public final class CertificateExpectations {
  private static final String COMMON_NAME = "INSI-T03-2";

  private final ScenarioRun scenario;

  /** Built for each scenario. */
  public CertificateExpectations(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /** Every call came with a certificate, and its name is the one of an organisation's. */
  @Alors("le cabinet s'est annoncé à INSi par un certificat d'organisation")
  public void organisationCertificate() {
    List<Exchange> calls =
        scenario.bench().exchanges().stream()
            .filter(each -> each.service().equals("insi") && "POST".equals(each.method()))
            .toList();
    scenario.requirePlayable(
        !calls.isEmpty(), "Le LPS n'a pas appelé INSi : son certificat ne se voit pas.");
    List<Exchange> without =
        calls.stream()
            .filter(
                each ->
                    each.clientCertificate() == null
                        || each.findings().stream().anyMatch(f -> f.rule().equals(COMMON_NAME)))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Chaque appel à INSi présente un certificat d'organisation.", Basis.TRAFIC)
                .in(Traffic.sequences(calls))
                .isMet(
                    without.isEmpty(),
                    without.size() + " appel sans certificat d'organisation",
                    "Appelez INSi avec un certificat logiciel d'organisation de l'IGC-Santé."));
  }
}
