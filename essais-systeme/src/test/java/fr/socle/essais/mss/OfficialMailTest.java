package fr.socle.essais.mss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook.Page;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.xdm.XdmReader;
import fr.socle.essais.OfficialData;
import fr.socle.exigences.RuleSource.Effect;
import fr.socle.mss.check.MssChecks;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents that the national agency publishes, packed in messages that are judged. */
@Tag("exemples-officiels")
class OfficialMailTest {
  private static final String METADATA = "IHE_XDM/SUBSET01/METADATA.XML";
  private static final String DOCUMENT = "IHE_XDM/SUBSET01/DOC0001.XML";
  private static final String ONE = "DOC_NON_STRUCTURE_CDA-R2-N1.xml";
  private static final Page<?> PAGE = MssChecks.book().pages().get(MssChecks.MESSAGE);

  /** The one defect is the one their own validator finds (a qualifier of a family name). */
  @Test
  void eachInARightMessageBreaksNoBlockingRule() throws Exception {
    Map<String, Set<String>> broken = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(OfficialData.folder("cda"))) {
      files = all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    for (Path file : files) {
      Set<String> rules = rules(new OfficialLetter(Files.readAllBytes(file)), true);
      if (!rules.isEmpty()) {
        broken.put(String.valueOf(file.getFileName()), rules);
      }
    }

    assertThat(files).hasSizeGreaterThan(20);
    assertThat(broken).isEqualTo(Map.of("eDISP-MED_2024.01.xml", Set.of("CDA-PA-04")));
  }

  /** mssante.md 5, line 20. */
  @ParameterizedTest
  @MethodSource
  void eachMalformedArchiveGivesItsOwnFinding(String rule, UnaryOperator<byte[]> bend)
      throws Exception {
    OfficialLetter right = one();
    OfficialLetter wrong = one();
    wrong.archive = bend.apply(wrong.archive);

    assertThat(rules(right, false)).doesNotContain(rule);
    assertThat(rules(wrong, false)).contains(rule);
  }

  static Stream<Arguments> eachMalformedArchiveGivesItsOwnFinding() {
    return Stream.of(
        malformed("MSS-XD-01", zip -> Arrays.copyOf(zip, zip.length / 2)),
        malformed("MSS-XD-07", files(all -> all.remove(METADATA))),
        malformed("XDS-AC-01", metadata("name=\"hash\"><rim:ValueList><rim:Value>", "$0zz")),
        malformed("XDS-AC-02", metadata("name=\"size\"><rim:ValueList><rim:Value>", "$01")),
        malformed("MSS-XD-12", metadata(">DOC0001.XML<", ">DOC0002.XML<")),
        malformed("XDS-SU-02", OfficialMailTest::twoPatients),
        malformed("MSS-XD-05", files(all -> all.put("BOMBE.TXT", new byte[30 << 20]))),
        malformed("MSS-XD-03", files(all -> all.put("../../BOMBE.TXT", new byte[1]))),
        malformed("MSS-XD-09", files(all -> all.put("readme.html", new byte[1]))),
        malformed("MSS-XD-11", metadata("SubmitObjectsRequest", "Autre")),
        malformed(
            "MSS-XD-06",
            files(
                all -> {
                  for (int i = 0; i < 100_000; i++) {
                    all.put("F" + i, new byte[0]);
                  }
                })),
        malformed("MSS-XD-14", files(all -> all.put(DOCUMENT, "<a/>".getBytes(UTF_8)))));
  }

  /** The lot of one patient, the document of another. */
  private static byte[] twoPatients(byte[] archive) {
    return metadata(
            "(?s)(6b5aea1a-874d-4603-a4bc-96a0a7b38446\" value=\")[0-9AB]{15}", "$1180037512312337")
        .apply(archive);
  }

  @Test
  void otherPrefixesOfNamespacesAreNoDefect() throws Exception {
    OfficialLetter letter = one();
    Set<String> before = rules(letter, false);
    letter.archive =
        metadata("<(/?)rim:", "<$1x:")
            .apply(metadata("xmlns:rim=", "xmlns:x=").apply(letter.archive));

    assertThat(rules(letter, false)).isEqualTo(before);
  }

  /** mssante.md 5, line 21. */
  @Test
  void anotherPatientOrAnInsThatIsNotThereIsFound() throws Exception {
    OfficialLetter other = one();
    other.archive =
        metadata("value=\"[0-9AB]{15}\\^", "value=\"180037512312337^").apply(other.archive);
    assertThat(rules(other, false)).contains("XDS-AC-08", "MSS-PJ-08");

    OfficialLetter without =
        new OfficialLetter(
            new String(Files.readAllBytes(OfficialData.folder("cda").resolve(ONE)), UTF_8)
                .replace("1.2.250.1.213.1.4.10", "1.2.3.4")
                .replace("1.2.250.1.213.1.4.8", "1.2.3.4")
                .getBytes(UTF_8));
    assertThat(rules(without, false)).doesNotContain("MSS-EN-25");
    without.headers.put("X-MSS-INS", "O");
    assertThat(rules(without, false)).contains("MSS-EN-25");
  }

  /** mssante.md 5, line 25. */
  @Test
  void subjectsThatAreNotRightAreFound() throws Exception {
    String names = OfficialLetter.names(CdaPatient.of(one().document));
    assertThat(subject("Compte rendu " + names)).contains("MSS-OB-01");
    assertThat(subject("XDM/1.0/DDM+" + "libelle ".repeat(6) + names)).contains("MSS-OB-05");
    assertThat(subject("XDM/1.0/DDM+CR op\u00e9ratoire " + names)).contains("MSS-EN-12");
    assertThat(subject(OfficialLetter.coded("XDM/1.0/DDM+CR op\u00e9ratoire " + names)))
        .doesNotContain("MSS-OB-01", "MSS-OB-02", "MSS-OB-05", "MSS-EN-12", "MSS-EN-13");
  }

  private static Set<String> subject(String text) throws Exception {
    OfficialLetter letter = one();
    letter.headers.put("Subject", text);
    return rules(letter, false);
  }

  private static OfficialLetter one() throws Exception {
    return new OfficialLetter(Files.readAllBytes(OfficialData.folder("cda").resolve(ONE)));
  }

  private static Arguments malformed(String rule, UnaryOperator<byte[]> bend) {
    return Arguments.of(rule, bend);
  }

  private static UnaryOperator<byte[]> metadata(String from, String to) {
    return files(
        all ->
            all.computeIfPresent(
                METADATA,
                (path, bytes) -> new String(bytes, UTF_8).replaceAll(from, to).getBytes(UTF_8)));
  }

  private static UnaryOperator<byte[]> files(Consumer<Map<String, byte[]>> bend) {
    return archive -> {
      Map<String, byte[]> all = new LinkedHashMap<>();
      new XdmReader().read(archive).files().forEach(each -> all.put(each.path(), each.bytes()));
      bend.accept(all);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> file : all.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue());
          zip.closeEntry();
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return out.toByteArray();
    };
  }

  private static Set<String> rules(OfficialLetter letter, boolean blockingOnly) {
    return rules(PAGE, letter.submitted(), blockingOnly);
  }

  private static <M> Set<String> rules(Page<M> page, SubmittedMail mail, boolean blockingOnly) {
    Set<String> rules = new TreeSet<>();
    CheckedExchange<M> exchange =
        new CheckedExchange<>(
            page.message().cast(mail),
            new IncomingRequest(
                "mss.smtp", "", "", Headers.none(), new byte[0], TlsFacts.clear(), Instant.EPOCH),
            Answer.empty(250));
    for (Check<M> check : page.checks()) {
      if (!blockingOnly || check.rule().source().effect() == Effect.BLOQUANT) {
        check.judge(exchange, (location, expected, found, mend) -> rules.add(check.rule().id()));
      }
    }
    return rules;
  }
}
