package fr.socle.lps.insi;

import org.w3c.dom.Element;

/** Reads what INSi answers to a verification, by the assumed contract (insi.md 10.6, (A)). */
final class VerificationReader {

  private static final String RESULT = "http://www.cnamts.fr/INSiLot2/REPUnitaire";

  /** Reads a SOAP message; anything that is not a known answer is {@code Unavailable}. */
  VerificationAnswer read(byte[] message) {
    try {
      Element result = SoapAnswer.body(message, RESULT, "RESULTAT");
      String code =
          SoapAnswer.child(result, RESULT, "CR")
              .map(cr -> SoapAnswer.text(cr, RESULT, "CodeCR"))
              .orElse("");
      return switch (code) {
        case "00" -> new VerificationAnswer.Valid();
        case "01" -> new VerificationAnswer.NotValid();
        default -> new VerificationAnswer.Unavailable("code retour inconnu « " + code + " »");
      };
    } catch (SoapAnswer.Unusable e) {
      return new VerificationAnswer.Unavailable(String.valueOf(e.getMessage()));
    }
  }
}
