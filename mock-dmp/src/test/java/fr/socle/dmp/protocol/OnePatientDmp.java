package fr.socle.dmp.protocol;

import static fr.socle.dmp.Messages.INS;
import static fr.socle.dmp.Messages.example;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A DMP that knows one patient, and what a doctor by card asks it. */
abstract class OnePatientDmp {
  static final Caller CALLER = new Caller();
  private JudgedDmp dmp = new JudgedDmp(Map.of());

  final JudgedDmp dmp() {
    return dmp;
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  final void settings(Map<String, String> settings) {
    dmp.close();
    dmp = new JudgedDmp(settings);
  }

  final String existence() {
    return body(CALLER.byCard("patients", Messages.TD0_2, example("td0.2")));
  }

  final String authorize(String action, String role) {
    return body(
        CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization(action, role)));
  }

  static UnaryOperator<VihfText> purpose(String code) {
    return vihf -> vihf.with("code=\"normal\"", "code=\"" + code + "\"");
  }

  final String body(IncomingRequest request) {
    return new String(dmp.serve(request).answer().body(), UTF_8);
  }

  final void write(Dossier dossier) {
    dmp.service().dossiers().write(dossier);
  }

  final void link(State state, boolean treating) {
    dmp.service()
        .dossiers()
        .write(
            new Autorisation(
                INS,
                Certificates.HOLDER,
                "",
                "DUPONT-TEST",
                "LEA",
                "",
                "",
                state,
                treating,
                JudgedDmp.NOW,
                JudgedDmp.NOW));
  }
}
