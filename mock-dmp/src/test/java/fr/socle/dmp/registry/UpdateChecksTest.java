package fr.socle.dmp.registry;

import static fr.socle.dmp.registry.CdaFeeding.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on changes of metadata: a message that passes, and the same broken in one way. */
public class UpdateChecksTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String ARCHIVED = "urn:asip:ci-sis:2010:StatusType:Archived";
  private static final String DELETED = "urn:asip:ci-sis:2010:StatusType:Deleted";
  private static final String UUID = "urn:uuid:6f1b3d1e-7a52-4d18-8c2f-000000000101";

  private JudgedDocuments dmp;

  @BeforeEach
  void open() {
    dmp = new JudgedDocuments(Map.of());
    dmp.authorize(Certificates.HOLDER, false);
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @ParameterizedTest
  @MethodSource
  void aRightOneBreaksNoRule(String objects) {
    assertThat(found(objects)).isEmpty();
  }

  static Stream<String> aRightOneBreaksNoRule() {
    return Stream.of(
        Metadata.status(UUID, APPROVED, DELETED),
        Metadata.status(UUID, APPROVED, ARCHIVED),
        entry(UUID) + MEMBER);
  }

  private static final String MEMBER =
      Metadata.member("Document01", Metadata.slot("PreviousVersion", "1"));

  @ParameterizedTest
  @MethodSource
  void oneBrokenInOneWayIsFound(String rule, String objects) {
    assertThat(found(objects)).containsExactly(rule);
  }

  static Stream<Arguments> oneBrokenInOneWayIsFound() {
    String status = Metadata.status(UUID, APPROVED, DELETED);
    String signature =
        METADATA
                .signature("1.2.3.5.9")
                .replace("id=\"Signature01\" ", "id=\"Signature01\" lid=\"" + UUID + "\" ")
            + Metadata.member("Signature01", Metadata.slot("PreviousVersion", "1"));
    return Stream.of(
        Arguments.of("DMP-T31-1", status.replace("NewStatus", "Statut")),
        Arguments.of("DMP-T31-1", status.replace("OriginalStatus", "Statut")),
        Arguments.of("DMP-T31-1", status.replace("sourceObject=\"Lot\"", "sourceObject=\"L\"")),
        Arguments.of("DMP-T31-2", entry(UUID) + MEMBER.replace("PreviousVersion", "Version")),
        Arguments.of("DMP-T31-2", entry(UUID).replace("lid=", "id2=") + MEMBER),
        Arguments.of("DMP-T31-3", entry(UUID) + MEMBER + signature));
  }

  /** dmp.md 1.12: who masks sends everything back, and did not write it. */
  @Test
  void whatTheFormerVersionHasWrongIsNotTheSendersFault() {
    String wrong = ">1.2.250.1.213.1.1.4.1<";
    String lid = fed(images().replace(wrong, ">1.2.3<"));

    String masked = entry(lid, "MASQUE_PS").replace(wrong, ">1.2.3<");

    assertThat(found(masked + MEMBER)).isEmpty();
  }

  /** dmp.md 5.6 (EX_3.1-1055): the INS of a patient may change; what was found is sent back. */
  @Test
  void thePatientOfTheFormerVersionIsSentBackAsFound() {
    String lid = fed(images());
    String now = "1.2.250.1.213.1.4.8&amp;ISO^NH";
    String update = own(METADATA.update("1.2.3.4.2", entry(lid, "MASQUE_PS") + MEMBER));
    String oid = Messages.OID + "&amp;ISO^NH";
    String onlyTheSet = update.replaceFirst(Pattern.quote(oid), now);
    assertThat(onlyTheSet).contains(oid).contains(now);

    assertThat(dmp.findings(CALLER.byCard("registry", Wire.UPDATE, onlyTheSet))).isEmpty();
    assertThat(
            dmp.findings(
                CALLER.byCard(
                    "registry",
                    Wire.UPDATE,
                    update
                        .replace(oid, "1.2.250.1.213.1.4.9&amp;ISO^NH")
                        .replaceFirst(Pattern.quote("1.2.250.1.213.1.4.9&amp;ISO^NH"), oid))))
        .containsExactly("XDS-SU-02", "DMP-T31-4");
  }

  @ParameterizedTest
  @CsvSource({
    ">1.2.250.1.213.1.1.4.1<, XDS-CO-01, DMP-T31-4",
    "IRM du genou, '', DMP-T31-4",
    "2.16.840.1.113883.5.25, XDS-CO-05, ''"
  })
  void whatTheSenderChangesIs(String value, String rule, String kept) {
    String lid = fed(images());

    assertThat(found(entry(lid).replace(value, value.startsWith(">") ? ">9.9<" : "9.9") + MEMBER))
        .isEqualTo(Stream.of(rule, kept).filter(each -> !each.isEmpty()).toList());
  }

  /** dmp.md 3.4 speaks of feeding. */
  @Test
  void aDocumentNotYetShownToThePatientMayBeMasked() {
    String lid = fed(METADATA.images("Document01", "1.2.3.5.1", "INVISIBLE_PATIENT"));

    assertThat(found(entry(lid, "INVISIBLE_PATIENT", "MASQUE_PS") + MEMBER)).isEmpty();
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.concat(
        oneBrokenInOneWayIsFound().map(each -> String.valueOf(each.get()[0])),
        Stream.of("DMP-T31-4"));
  }

  /** The {@code lid} of a document that was fed. */
  private String fed(String entry) {
    assertThat(
            dmp.answer(
                JudgedDocuments.feeding(
                    CALLER,
                    own(METADATA.feeding("1.2.3.4.1", entry, List.of("Document01"))),
                    Map.of("Document01@lps", "un".getBytes(UTF_8)))))
        .contains("ResponseStatusType:Success");
    return dmp.answer(
            CALLER.byCard(
                "registry",
                Wire.FIND,
                Metadata.query(
                    "14d4debf-8f97-4251-9a74-a90016b0af0d",
                    "LeafClass",
                    Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"))))
        .replaceAll("(?s).* lid=\"([^\"]+)\".*", "$1");
  }

  private static String images() {
    return METADATA.images("Document01", "1.2.3.5.1");
  }

  private static String entry(String lid, String... visibility) {
    return METADATA
        .images("Document01", "1.2.3.5.1", visibility)
        .replace("id=\"Document01\" ", "id=\"Document01\" lid=\"" + lid + "\" ");
  }

  private List<String> found(String objects) {
    return dmp.findings(
        CALLER.byCard("registry", Wire.UPDATE, own(METADATA.update("1.2.3.4.2", objects))));
  }
}
