package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpCaller;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import java.util.ArrayList;
import java.util.List;

/** Documents sent in the secret connection of a minor: dmp.md 5.2 (S:DEVBOX). */
final class SecretConnection {
  // dmp.md 3.4
  private static final Coded HIDDEN =
      new Coded(
          StoredEntry.INVISIBLE_TO_REPRESENTATIVES,
          "1.2.250.1.213.1.1.4.13",
          "Invisible aux représentants légaux");

  private SecretConnection() {}

  /** Whether legal representatives would see what was sent in secret; a signature is in no list. */
  static boolean isBetrayed(DocumentEntry entry, DmpCaller caller) {
    return caller.secret()
        && !entry.isSignature()
        && !StoredEntry.has(entry, StoredEntry.INVISIBLE_TO_REPRESENTATIVES);
  }

  /** What was provided, its documents hidden from legal representatives. */
  static Provided hidden(Provided provided, DmpCaller caller) {
    Submission submission = provided.submission();
    return new Provided(
        new Submission(
            submission.sets(),
            submission.documents().stream()
                .map(entry -> isBetrayed(entry, caller) ? hidden(entry) : entry)
                .toList(),
            submission.associations(),
            submission.folders()),
        provided.documents());
  }

  private static DocumentEntry hidden(DocumentEntry entry) {
    List<Coded> codes = new ArrayList<>(entry.confidentialityCode());
    codes.add(HIDDEN);
    return new DocumentEntry(
        RegistryObjectBuilder.of(entry.object())
            .codes(Scheme.CONFIDENTIALITY_CODE, codes.toArray(Coded[]::new))
            .build());
  }
}
