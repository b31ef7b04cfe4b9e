package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssPublication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The FHIR directory as a client meets it. */
class FhirDirectoryTest {
  private static DirectoryBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = DirectoryBench.open(pki, Map.of("mss.annuaire-debit", "0"));
    bench.doctors(120);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  private static <T extends Resource> T read(Class<T> type, HttpResponse<String> answer) {
    return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
  }

  private static Bundle search(String below) throws Exception {
    HttpResponse<String> answer = bench.fhir(below);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(Bundle.class, answer);
  }

  private static String diagnostics(HttpResponse<String> answer) {
    return read(OperationOutcome.class, answer).getIssueFirstRep().getDiagnostics();
  }

  private static List<String> ids(Bundle bundle) {
    return bundle.getEntry().stream()
        .map(each -> each.getResource().fhirType() + "/" + each.getResource().getIdPart())
        .toList();
  }

  @Test
  void aProfessionalIsFoundByHisNumberWithHisMailbox() throws Exception {
    String rpps = bench.marie().nationalId().substring(1);
    HttpResponse<String> answer =
        bench.fhir("/Practitioner?identifier=https://rpps.esante.gouv.fr%7C" + rpps);
    Bundle bundle = read(Bundle.class, answer);
    assertThat(bundle.getTotal()).isEqualTo(1);
    Practitioner found = (Practitioner) bundle.getEntryFirstRep().getResource();
    assertThat(found.getTelecomFirstRep().getValue()).isEqualTo(DirectoryBench.MARIE);
    assertThat(answer.body())
        .contains(
            "\"url\":\"https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type\"",
            "\"code\":\"MSSANTE\"",
            "as-ext-mailbox-mss-metadata",
            "TRE-R257-TypeBAL\",\"code\":\"PER\"")
        .doesNotContain("listeRouge", "responsible");
    assertThat(bench.transactions()).contains("ANN FHIR search Practitioner");
  }

  @Test
  void pagesFollowEachOtherToTheEnd() throws Exception {
    Bundle page = search("/Practitioner");
    int total = page.getTotal();
    List<String> all = new ArrayList<>();
    int pages = 0;
    while (true) {
      pages++;
      assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(50);
      all.addAll(ids(page));
      BundleLinkComponent next = page.getLink("next");
      if (next == null) {
        break;
      }
      assertThat(next.getUrl()).startsWith(bench.url("mss.fhir"));
      page = read(Bundle.class, bench.get(next.getUrl(), DirectoryBench.KEY));
    }
    assertThat(total).isGreaterThan(120);
    assertThat(pages).isEqualTo((total + 49) / 50);
    assertThat(all).doesNotHaveDuplicates().hasSize(total);
    assertThat(bench.transactions()).contains("ANN FHIR page");
  }

  @Test
  void holdersOfAnyMailboxAreListed() throws Exception {
    assertThat(ids(search("/Practitioner?mailbox-mss:contains=%40"))).hasSize(1);
    assertThat(ids(search("/Organization?mailbox-mss:exact=" + DirectoryBench.CARDIO))).hasSize(1);
    assertThat(ids(search("/Organization?mailbox-mss:exact=CARDIO"))).isEmpty();
    assertThat(search("/PractitionerRole?mailbox-mss:contains=%40").getTotal()).isZero();
  }

  @Test
  void whatGoesWithTheMatchesIsIncluded() throws Exception {
    Bundle roles =
        search(
            "/PractitionerRole?_count=3&_include=PractitionerRole:practitioner"
                + "&_include=PractitionerRole:organization");
    assertThat(roles.getEntry().stream().filter(each -> mode(each) == SearchEntryMode.MATCH))
        .hasSize(3);
    assertThat(ids(roles)).anyMatch(each -> each.startsWith("Practitioner/"));
    assertThat(ids(roles)).anyMatch(each -> each.startsWith("Organization/"));
    Bundle hospital =
        search(
            "/Organization?mailbox-mss="
                + DirectoryBench.CARDIO
                + "&_include=*&_revinclude=PractitionerRole:organization"
                + "&_revinclude=Device:organization&_revinclude=HealthcareService:organization");
    assertThat(hospital.getTotal()).isEqualTo(1);
    assertThat(ids(hospital).stream().map(each -> each.split("/", -1)[0]).distinct())
        .containsExactlyInAnyOrder(
            "Organization", "PractitionerRole", "Device", "HealthcareService");
    assertThat(ids(hospital)).anyMatch(each -> each.startsWith("Organization/001-J"));
  }

  private static SearchEntryMode mode(BundleEntryComponent entry) {
    return entry.getSearch().getMode();
  }

  @Test
  void elementsAreChosenAndSaidToBe() throws Exception {
    Bundle bundle = search("/Practitioner?_elements=telecom&mailbox-mss:contains=%40");
    Practitioner found = (Practitioner) bundle.getEntryFirstRep().getResource();
    assertThat(found.getMeta().getTagFirstRep().getCode()).isEqualTo("SUBSETTED");
    assertThat(found.hasName()).isFalse();
    assertThat(found.hasTelecom()).isTrue();
  }

  @Test
  void theTotalIsAsAsked() throws Exception {
    assertThat(search("/Practitioner?_total=none").hasTotal()).isFalse();
    assertThat(search("/Practitioner?_total=accurate").hasTotal()).isTrue();
    assertThat(search("/Practitioner?family=PERSONNE").getTotal()).isZero();
  }

  @Test
  void searchesCanBePostedAndOneBeRead() throws Exception {
    HttpResponse<String> posted =
        bench.send(
            "POST",
            "/Practitioner/_search",
            "application/x-www-form-urlencoded",
            "mailbox-mss=" + DirectoryBench.MARIE);
    Bundle bundle = read(Bundle.class, posted);
    assertThat(bundle.getTotal()).isEqualTo(1);
    String id = bundle.getEntryFirstRep().getResource().getIdPart();
    assertThat(read(Practitioner.class, bench.fhir("/Practitioner/" + id)).getActive()).isTrue();
    assertThat(bench.fhir("/Practitioner/inconnu").statusCode()).isEqualTo(404);
    assertThat(bench.get(bench.url("mss.web") + "/fhir/Practitioner/" + id, DirectoryBench.KEY))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/Practitioner?mailbox-mss-type=PER,Parameter mailbox-mss-type not found",
    "/Practitioner?phonetic=x,Parameter phonetic not found",
    "/?_type=Practitioner,Search on all types is not supported",
    "/Patient,HAPI-0302: Unknown resource type",
    "/Practitioner?_include=Practitioner:toto,Practitioner:toto",
  })
  void whatTheRealOneRefusesIsRefused(String below, String words) throws Exception {
    HttpResponse<String> answer = bench.fhir(below);
    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(diagnostics(answer)).contains(words);
  }

  @Test
  void itIsReadOnly() throws Exception {
    String practitioner = "{\"resourceType\":\"Practitioner\",\"id\":\"a\"}";
    String json = "application/fhir+json";
    assertThat(bench.send("PUT", "/Practitioner/a", json, practitioner).statusCode())
        .isEqualTo(403);
    assertThat(bench.send("DELETE", "/Practitioner/a", json, "").statusCode()).isEqualTo(403);
    assertThat(bench.send("POST", "/Practitioner", json, practitioner).statusCode()).isEqualTo(403);
    HttpResponse<String> batch =
        bench.send("POST", "/", json, "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}");
    assertThat(batch.statusCode()).isEqualTo(400);
    assertThat(diagnostics(batch)).contains("Batch is not supported");
  }

  @Test
  void theKeyIsAskedFor() throws Exception {
    assertThat(bench.get(bench.url("mss.fhir") + "/Practitioner", null).statusCode())
        .isEqualTo(401);
    assertThat(bench.get(bench.url("mss.fhir") + "/metadata", "autre").statusCode()).isEqualTo(401);
    assertThat(bench.journal())
        .extracting(each -> each.refusal() == null ? "" : each.refusal().code())
        .contains("cle-inconnue");
  }

  @Test
  void itSaysWhatItCan() throws Exception {
    CapabilityStatement statement = read(CapabilityStatement.class, bench.fhir("/metadata"));
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getRestFirstRep().getResource())
        .extracting(each -> each.getType())
        .contains(
            "Practitioner", "PractitionerRole", "Organization", "HealthcareService", "Device");
    assertThat(statement.getRestFirstRep().getResource())
        .flatExtracting(each -> each.getSearchParam())
        .noneMatch(each -> each.getName().equals("mailbox-mss-type"));
  }

  @Test
  void theRedListIsNotPublished() throws Exception {
    String hidden = "cache@hopital-test.mssante.fr";
    bench.open(MssMailbox.organisation(hidden, List.of(bench.marie().nationalId()), "Caché"));
    bench.publish(new MssPublication(hidden, null, true, null, null, null, null));
    assertThat(search("/Organization?mailbox-mss=" + hidden).getTotal()).isZero();
    bench.arm("annuaire-liste-rouge", Map.of());
    Bundle shown = search("/Organization?mailbox-mss=" + hidden);
    assertThat(shown.getTotal()).isEqualTo(1);
    assertThat(
            ((Organization) shown.getEntryFirstRep().getResource())
                .getTelecom().stream()
                    .anyMatch(
                        each ->
                            each.getExtension().stream()
                                .anyMatch(one -> one.hasExtension("listeRouge"))))
        .isTrue();
  }

  @Test
  void faultsDisturbIt() throws Exception {
    bench.arm("annuaire-cle-refusee", Map.of());
    assertThat(bench.fhir("/Practitioner").statusCode()).isEqualTo(401);
    bench.arm("annuaire-debit-depasse", Map.of());
    assertThat(bench.fhir("/Practitioner").statusCode()).isEqualTo(429);
    bench.arm("annuaire-erreur", Map.of());
    HttpResponse<String> broken = bench.fhir("/Practitioner");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(diagnostics(broken)).isNotEmpty();
    bench.arm("annuaire-vide", Map.of());
    assertThat(search("/Practitioner").getTotal()).isZero();
    bench.arm("annuaire-page-en-boucle", Map.of());
    Bundle loop = search("/Practitioner");
    assertThat(loop.getLink("next").getUrl()).isEqualTo(loop.getLink("self").getUrl());
    assertThat(search("/Practitioner").getTotal()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Practitioner?identifier=%00",
        "/Practitioner?name=%ff%fe",
        "/Practitioner?_count=-1",
        "/Practitioner?_count=999999999999",
        "/Practitioner?_lastUpdated=zz9999",
        "/Practitioner/%2e%2e/%2e%2e",
        "/?_getpages=aucune",
        "/Practitioner?_elements=%7b%7d",
        "/$tout",
      })
  void badRequestsAreAnswered(String below) throws Exception {
    assertThat(bench.fhir(below).statusCode()).isBetween(200, 499);
    assertThat(bench.fhir("/Practitioner?_count=1").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedCanBeOffered(@TempDir Path pki) throws Exception {
    try (DirectoryBench more = DirectoryBench.open(pki, Map.of("mss.annuaire-refus", "aucun"))) {
      HttpResponse<String> answer = more.fhir("/Practitioner?mailbox-mss-type=PER");
      assertThat(read(Bundle.class, answer).getTotal()).isEqualTo(1);
      assertThat(read(Bundle.class, more.fhir("/Practitioner?mailbox-mss-type=ORG")).getTotal())
          .isZero();
    }
  }
}
