package fr.socle.psc.protocol;

import static fr.socle.psc.PscOnPaper.CONNECT;
import static fr.socle.psc.PscOnPaper.claims;
import static fr.socle.psc.PscOnPaper.correctRequest;
import static fr.socle.psc.PscOnPaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.bench.world.Structure;
import fr.socle.psc.People;
import fr.socle.psc.PscOnPaper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserinfoTest {
  private final PscOnPaper psc = new PscOnPaper();

  @Test
  void writesTheMembersOfTheSheet() {
    JsonNode userinfo = userinfo(People.DOCTOR);

    assertThat(names(userinfo))
        .containsExactly(
            "Secteur_Activite",
            "sub",
            "codeGenreActivite",
            "SubjectOrganization",
            "Mode_Acces_Raison",
            "preferred_username",
            "codeCivilite",
            "given_name",
            "Acces_Regulation_Medicale",
            "UITVersion",
            "Palier_Authentification",
            "SubjectRefPro",
            "SubjectOrganizationID",
            "SubjectRole",
            "PSI_Locale",
            "otherIds",
            "SubjectNameID",
            "family_name");
    assertThat(userinfo.get("Secteur_Activite").asText()).isEqualTo("SA07^1.2.250.1.71.4.2.4");
    assertThat(userinfo.at("/SubjectRole/0").asText()).isEqualTo("10^1.2.250.1.213.1.1.5.5");
    Structure first = psc.people.doctor().activities().get(0).structure();
    assertThat(userinfo.get("SubjectOrganization").asText()).isEqualTo(first.businessName());
    assertThat(userinfo.get("SubjectOrganizationID").asText()).isEqualTo(first.technicalId());
  }

  @Test
  void writesEveryMemberOfAnActivityAsAString() {
    JsonNode activities = userinfo(People.DOCTOR).at("/SubjectRefPro/exercices/0/activities");

    assertThat(activities).hasSize(2);
    assertThat(activities.get(0)).hasSize(30).allMatch(JsonNode::isTextual);
    assertThat(names(activities.get(0)).get(0)).isEqualTo("codeModeExercice");
    assertThat(names(activities.get(0))).contains("numeroFinessetablissementJuridique");
    assertThat(activities.get(0).get("telecopie").asText()).isEmpty();
  }

  @Test
  void namesTheSubjectOfTheIdToken() {
    JsonNode tokens = psc.tokens();

    assertThat(json(psc.userinfo(tokens.get("access_token").asText())).get("sub"))
        .isEqualTo(claims(tokens.get("id_token").asText()).get("sub"));
  }

  @Test
  void isShortForAPersonWithoutProfessionalData() {
    assertThat(names(userinfo(People.WITHOUT_RECORD)))
        .containsExactly(
            "sub",
            "preferred_username",
            "codeCivilite",
            "given_name",
            "family_name",
            "SubjectNameID");
  }

  @Test
  void movesTheTitleInsideWithTheProfileOf2022() {
    PscOnPaper old = new PscOnPaper(Map.of("psc.userinfo-profile", "2022"));
    JsonNode userinfo = json(old.userinfo(old.tokens().get("access_token").asText()));

    assertThat(userinfo.has("codeCivilite")).isFalse();
    assertThat(userinfo.has("codeGenreActivite")).isFalse();
    assertThat(userinfo.at("/SubjectRefPro/codeCivilite").asText())
        .isEqualTo(psc.people.doctor().civility());
    assertThat(userinfo.get("authMode").asText()).isEqualTo("MOBILE");
  }

  @Test
  void takesTheTokenInAPostedFormToo() {
    String access = psc.tokens().get("access_token").asText();

    assertThat(
            psc.post("userinfo", Map.of("access_token", access), Headers.none()).answer().status())
        .isEqualTo(200);
    assertThat(
            psc.post("userinfo", Map.of(), Headers.none().with("Authorization", "bearer " + access))
                .answer()
                .status())
        .isEqualTo(200);
  }

  @Test
  void refusesATokenInTwoPlaces() {
    String access = psc.tokens().get("access_token").asText();

    Served served =
        psc.post(
            "userinfo",
            Map.of("access_token", access),
            Headers.none().with("Authorization", "Bearer " + access));

    assertThat(served.answer().status()).isEqualTo(400);
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void refusesATokenWithoutTheOpenidScope() {
    String code =
        psc.login(People.DOCTOR, PscOnPaper.requestWith("scope", "scope_all")).get("code");

    Served served = psc.userinfo(json(psc.exchange(code)).get("access_token").asText());

    assertThat(served.answer().status()).isEqualTo(403);
    assertThat(json(served).get("error").asText()).isEqualTo("insufficient_scope");
  }

  @Test
  void doesNotReadTheTokenOfTheQuery() {
    String access = psc.tokens().get("access_token").asText();

    assertThat(
            psc.back("GET", CONNECT + "userinfo?access_token=" + access, Headers.none(), "")
                .answer()
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "refresh_token"})
  void refusesATokenOfAnotherKind(String kind) {
    assertUnauthorized(psc.userinfo(psc.tokens().get(kind).asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n'importe quoi", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void refusesWhatIsNoTokenOfIts(String token) {
    assertUnauthorized(psc.userinfo(token));
  }

  @Test
  void saysWhatIsWrongWithAnUnsignedToken() {
    Served served = psc.userinfo("eyJhbGciOiJub25lIn0.e30.");

    assertThat(served.refusal().reason()).contains("alg=none");
    assertThat(served.decoded().get("access_token").toString()).contains("alg=none");
  }

  @Test
  void refusesARequestWithoutToken() {
    assertUnauthorized(psc.back("GET", CONNECT + "userinfo", Headers.none(), ""));
  }

  @Test
  void refusesTheTokenOfSomebodyStruckOff() {
    String access = psc.tokens().get("access_token").asText();
    psc.people.strikeOff(People.DOCTOR);

    assertUnauthorized(psc.userinfo(access));
  }

  private JsonNode userinfo(String nationalId) {
    String code = psc.login(nationalId, correctRequest()).get("code");
    return json(psc.userinfo(json(psc.exchange(code)).get("access_token").asText()));
  }

  private static void assertUnauthorized(Served served) {
    assertThat(served.answer().status()).isEqualTo(401);
    assertThat(served.answer().headers().first("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer realm=\"esante-wallet\", error=\"invalid_token\"");
    assertThat(json(served).get("error").asText()).isEqualTo("invalid_token");
    assertThat(served.refusal()).isNotNull();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
