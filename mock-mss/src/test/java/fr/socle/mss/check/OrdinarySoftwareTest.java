package fr.socle.mss.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.mss.check.Letter.Part;
import fr.socle.mss.protocol.mime.MimeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ordinary software writes is not blamed; beside it, what the rule is there for. */
class OrdinarySoftwareTest {
  /** A letter bent in a way, and the rules it breaks. */
  record Case(String how, List<String> rules, Consumer<Letter> bend) {
    @Override
    public String toString() {
      return how;
    }
  }

  @ParameterizedTest
  @MethodSource({"comments", "subjects"})
  void whatIsOrdinaryIsNotBlamed(Case each) {
    Letter letter = new Letter();
    each.bend().accept(letter);

    assertThat(Judged.rules(letter)).containsExactlyInAnyOrderElementsOf(each.rules());
  }

  static Stream<Case> comments() {
    return Stream.of(
        header("nested", "MIME-Version", "1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))"),
        header("one in another", "MIME-Version", "1.0 (a (b) \"c)"),
        header("within", "MIME-Version", "1.(produced by Essai)0"),
        header("no end", "MIME-Version", "1.0 (a \\)", "MSS-EN-15"),
        header("another version", "MIME-Version", "2.0 (1.0)", "MSS-EN-15"),
        header("zone", "Date", "Mon, 02 Mar 2026 09:00:00 +0100 (CET (Paris\\)))"),
        header("identifier", "Message-ID", "<1.2@b.mssante.fr> (a (b))"),
        header("identifier beside", "Message-ID", "(<1.2@b.mssante.fr>) 1.2", "MSS-EN-08"),
        header("thread", "References", "<0@b.mssante.fr> (Jean\\) \"a\" (b)) <1@b.mssante.fr>"),
        new Case("charset", List.of(), letter -> body(letter, "us-ascii (Plain text)")),
        new Case("charset utf-8", List.of(), letter -> body(letter, "utf-8 (a (b))")),
        new Case("other", List.of("MSS-CO-03"), letter -> body(letter, "latin1 (utf-8)")));
  }

  static Stream<Case> subjects() {
    return Stream.of(
        subject("MICHEL", "Jean-Michel", "CR MICHEL Jean-Michel"),
        subject("PAUL", "Jean-Paul", "a".repeat(38) + " PAUL Jean-Paul"),
        subject("PAUL", "Jean-Paul", "PAUL Jean-Paul", "MSS-OB-02"),
        subject("MICHEL", "Jean-Michel", "CR Michel Jean-Michel", "MSS-OB-03"),
        subject("PAUL", "Jean-Paul", "a".repeat(41) + " PAUL Jean-Paul", "MSS-OB-05"),
        subject("LEBŒUF", "ALMA", "CR LEBOEUF Alma"),
        subject("LEBOEUF", "ALMA", "CR LEBŒUF Alma"),
        subject("LEBŒUF", "ALMA", "CR LEBUF Alma", "MSS-OB-02"),
        subject("LEBŒUF", "ALMA", "CR LEBoeuf Alma", "MSS-OB-03"),
        subject("D'ARC", "ALMA", "CR D’ARC Alma"),
        subject("D'ARC", "ALMA", "CR D' ARC Alma"),
        subject("D'ARC", "ALMA", "CR D’ÂRC Alma", "MSS-OB-03"),
        subject("DARC", "", "CR DARC", "CDA-PA-03", "MSS-EN-25"),
        subject("DARC", "", "CR MARC", "CDA-PA-03", "MSS-EN-25", "MSS-OB-02"),
        subject("DARC", "ALMA", "CR DARC", "MSS-OB-02"));
  }

  /** A subject about a patient of that name; without given name if it is empty. */
  private static Case subject(String family, String given, String subject, String... rules) {
    return new Case(
        subject + " of " + family,
        List.of(rules),
        letter -> {
          letter.documents.set(
              0,
              text -> {
                String named = text.replace(">TESTEUR<", ">" + family + "<");
                return given.isEmpty()
                    ? named.replaceAll("<given[^>]*>ALMA[^<]*</given>", "")
                    : named.replace(">ALMA<", ">" + given + "<");
              });
          letter.headers.put("Subject", MimeText.encoded("XDM/1.0/DDM+" + subject));
        });
  }

  private static Case header(String how, String name, String value, String... rules) {
    return new Case(name + " " + how, List.of(rules), letter -> letter.headers.put(name, value));
  }

  private static void body(Letter letter, String charset) {
    letter.parts.set(0, new Part("Content-Type: text/plain; charset=" + charset, "Bonjour"));
  }
}
