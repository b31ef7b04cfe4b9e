package fr.socle.dmp.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Transactions that are no longer there: dmp.md 1.2 (S: KIT; WSDL, version 2.01.04). */
public enum Withdrawn {
  /** TD0.0, the certification of an identity. */
  CERTIFICATION(
      "TD0.0 est retirée depuis le 30 septembre 2023 : appelez INSi à la place.",
      "identityCertification"),
  /** TD1.5, the web account of a patient. */
  WEB_ACCOUNT(
      "TD1.5 est retirée du contrat depuis sa version 2.01.04 : le patient gère son compte dans Mon"
          + " espace santé.",
      "createPatientAccess",
      "patientOTPUpdate",
      "updatePatientAccess");

  private final String sentence;
  private final Pattern named;

  Withdrawn(String sentence, String... operations) {
    this.sentence = sentence;
    this.named = Pattern.compile(":(?:" + String.join("|", operations) + ")");
  }

  /** What a message asks for that is no longer there, by its action or by its body. */
  public static Optional<Withdrawn> asked(DmpRequest request) {
    String action = String.valueOf(request.soap().addressing().action());
    String body = request.body().map(each -> each.localName()).orElse("");
    return Arrays.stream(values())
        .filter(
            each -> each.named.matcher(action).find() || each.named.matcher(":" + body).matches())
        .findFirst();
  }

  /** Why it is no longer there, and what to do instead. */
  public String sentence() {
    return sentence;
  }
}
