package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.onVihf;

import fr.socle.bench.check.Check;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.VihfControl;
import fr.socle.exigences.RuleSource;
import java.util.List;

/**
 * DMP-T03: what the DMP found itself when it controlled the VIHF, and no rule can find again from
 * the message: dmp.md 2.4. A control that the space has switched off says nothing.
 */
final class ControlChecks {
  static final List<Check<DmpMessage>> ALL =
      List.of(
          onVihf(
              "DMP-T03-16",
              RuleSource.VU,
              "2.4, 2.5 (S:DEVBOX, EX_AIR-080, EX_GEN-1450)",
              "Le certificat qui signe le VIHF est d'une autorité connue, en cours de validité et"
                  + " non révoqué.",
              (vihf, exchange, findings) -> {
                String failed = exchange.message().failed().get(VihfControl.CERTIFICAT);
                if (failed != null) {
                  findings.add(
                      "/Envelope/Header/Security/Assertion/Signature/KeyInfo/X509Data"
                          + "/X509Certificate",
                      "un certificat de l'IGC-Santé, valable aujourd'hui",
                      failed,
                      "Signez le VIHF avec un certificat de signature d'une autorité que le banc connaît,"
                          + " en cours de validité et non révoqué.");
                }
              }),
          onVihf(
              "DMP-T03-17",
              RuleSource.VU,
              "2.1 (S:HL7V2) ; SAML 2.0 Core, 2.5.1",
              "L'heure de l'appel est entre les bornes que le VIHF se donne.",
              (vihf, exchange, findings) -> {
                if (exchange.message().failed().containsKey(VihfControl.CONDITIONS)) {
                  findings.add(
                      "/Envelope/Header/Security/Assertion/Conditions",
                      "NotBefore, puis l'heure de l'appel, puis NotOnOrAfter",
                      vihf.notBefore() + ", " + vihf.notOnOrAfter(),
                      "Mettez l'horloge à l'heure, ou refaites le VIHF quand il a passé sa borne.");
                }
              }));

  private ControlChecks() {}
}
