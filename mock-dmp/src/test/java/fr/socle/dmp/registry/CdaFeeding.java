package fr.socle.dmp.registry;

import static fr.socle.dmp.Messages.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.List;
import java.util.Map;

/**
 * A feeding of one CDA and of the signature of its lot, as a software writes it: text that tests
 * bend.
 *
 * @param body body of ITI-41
 * @param cda the document
 * @param manifest the signature
 */
record CdaFeeding(String body, String cda, String manifest) {
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String CDA_ID = "1.3.6.1.4.1.32473.20^D1";

  /** One that is right, in the name of the bearer of the card. */
  static CdaFeeding right() {
    return of(1);
  }

  /** The same document as the feeding of that number sends it: another lot, the same bytes. */
  static CdaFeeding of(int number) {
    String set = "1.2.3.4." + number;
    String body =
        own(
            METADATA.feeding(
                set,
                METADATA.consultation("Document01", CDA_ID)
                    + METADATA.signature("1.2.3.5.9" + number),
                List.of("Document01", "Signature01")));
    return new CdaFeeding(body, example("cda"), Metadata.manifest(set, CDA_ID));
  }

  /** With the metadata bent. */
  CdaFeeding metadata(String what, String by) {
    assertThat(body).contains(what);
    return new CdaFeeding(body.replace(what, by), cda, manifest);
  }

  /** With the document bent; hash and size are not said, as in the official samples. */
  CdaFeeding document(String what, String by) {
    assertThat(cda).contains(what);
    return new CdaFeeding(body, cda.replace(what, by), manifest);
  }

  /** With another identifier of the document, everywhere. */
  CdaFeeding identified(String extension) {
    return new CdaFeeding(
        body.replace(CDA_ID, "1.3.6.1.4.1.32473.20^" + extension),
        cda.replace("extension=\"D1\"", "extension=\"" + extension + "\""),
        manifest.replace(CDA_ID, "1.3.6.1.4.1.32473.20^" + extension));
  }

  /** With more objects beside the metadata. */
  CdaFeeding with(String objects) {
    return metadata("</rim:RegistryObjectList>", objects + "</rim:RegistryObjectList>");
  }

  IncomingRequest by(Caller caller) {
    return JudgedDocuments.feeding(caller, body, parts());
  }

  Map<String, byte[]> parts() {
    return Map.of(
        "Document01@lps", cda.getBytes(UTF_8), "Signature01@lps", manifest.getBytes(UTF_8));
  }

  /** In the name of the bearer of the card. */
  static String own(String body) {
    return body.replace(Wire.HOLDER, Certificates.HOLDER)
        .replace(Wire.STRUCTURE, "499900099997001");
  }
}
