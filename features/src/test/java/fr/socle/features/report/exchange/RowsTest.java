package fr.socle.features.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.features.report.exchange.Table.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  @Test
  void readsXmlAsATreeOfLocalNames() {
    assertThat(XmlRows.read("<a:A xmlns:a='u' V='1'><a:B>x</a:B><a:B>y</a:B><a:C/></a:A>"))
        .containsExactly(
            new Row(0, "A", null, "/A"),
            new Row(1, "@V", "1", "/A/@V"),
            new Row(1, "B", "x", "/A/B"),
            new Row(1, "B", "y", "/A/B[2]"),
            new Row(1, "C", "", "/A/C"));
  }

  @Test
  void opensNoDoorToXmlOfAStranger() {
    assertThat(XmlRows.read("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"))
        .allSatisfy(row -> assertThat(row.value()).isNullOrEmpty());
  }

  @Test
  void showsXmlAsFarAsItReads() {
    assertThat(XmlRows.read("<A><B>x</B><C></A>")).extracting(Row::name).contains("A", "B");
  }

  @Test
  void stopsAtXmlTooDeepToShow() {
    assertThat(XmlRows.read("<a>".repeat(5000))).hasSizeLessThan(100);
  }

  @Test
  void namesJsonByItsPointers() {
    assertThat(JsonRows.read("{\"a\":{\"b/c\":[1,true]},\"d\":null,\"e\":[]}"))
        .containsExactly(
            new Row(0, "a", null, "/a"),
            new Row(1, "b/c", null, "/a/b~1c"),
            new Row(2, "0", "1", "/a/b~1c/0"),
            new Row(2, "1", "true", "/a/b~1c/1"),
            new Row(0, "d", "null", "/d"),
            new Row(0, "e", "[]", "/e"));
    assertThat(JsonRows.read("{oups")).isEmpty();
  }

  @Test
  void decodesAFormAndKeepsABadEscape() {
    assertThat(FormRows.read("scope=openid%20scope_all&state&x=%zz"))
        .containsExactly(
            Row.of("scope", "openid scope_all"), Row.of("state", ""), Row.of("x", "%zz"));
  }

  @Test
  void readsATokenWithItsDates() {
    String token = part("{\"alg\":\"RS256\"}") + "." + part("{\"nonce\":\"n\",\"exp\":0}") + ".s";

    assertThat(TokenRows.tokenIn("Bearer " + token)).hasValue(token);
    assertThat(TokenRows.read("id_token", token))
        .contains(
            new Row(1, "alg", "RS256", "id_token/header/alg"),
            new Row(1, "nonce", "n", "id_token/nonce"),
            new Row(1, "exp", "0 (1 janv. 1970 00:00:00 UTC)", "id_token/exp"));
  }

  @Test
  void takesNothingElseForAToken() {
    assertThat(TokenRows.tokenIn("www.sante.example.fr")).isEmpty();
    assertThat(TokenRows.read("x", "identifiant.quelconque.1")).isEmpty();
  }

  @Test
  void readsTheSubjectOfACertificate() {
    assertThat(CertificateRows.ofSubject("CN=INSI-AUTO,OU=10B0152872,C=FR"))
        .containsExactly(
            new Row(0, "C (pays)", "FR", "certificat/C"),
            new Row(0, "OU (unité)", "10B0152872", "certificat/OU"),
            new Row(0, "CN (nom commun)", "INSI-AUTO", "certificat/CN"));
    assertThat(CertificateRows.ofSubject("pas un nom"))
        .containsExactly(Row.of("sujet", "pas un nom"));
    assertThat(CertificateRows.ofBase64("AAAA")).isEmpty();
  }

  @Test
  void cutsAMessageIntoItsParts() {
    String lines =
        """
        POST / HTTP/1.1
        Content-Type: multipart/related; boundary="b1"

        --b1
        Content-Type: application/xop+xml

        <a/>
        --b1
        Content-Id: <2>

        xyz
        --b1--
        """;
    byte[] wire = lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    HttpText message = HttpText.parse(wire);
    List<HttpText> parts = MimeParts.of(message);

    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).bodyText().orElseThrow().strip()).isEqualTo("<a/>");
    assertThat(MimeParts.rows(parts))
        .contains(new Row(1, "Content-Id", "<2>", "part/2/content-id"));
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
