package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.dmp.DmpMock;
import fr.socle.dmp.registry.Wire.Reply;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents fed, found and fetched, over the wire. */
class DocumentsWireTest extends DocumentsOnTheWire {
  @Test
  void aSignedSubmissionIsFoundComesBackByteForByteAndIsJudgedClean() throws Exception {
    Wire wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    byte[] images = new byte[700_000];
    new Random(1).nextBytes(images);
    byte[] trap = "\r\n--limite-du-logicielX\r\n".getBytes(UTF_8);
    System.arraycopy(trap, 0, images, 1_000, trap.length);
    byte[] signature = Metadata.manifest("1.2.3.4.1", "1.2.3.5.1").getBytes(UTF_8);

    Reply fed =
        wire.feed(
            metadata.feeding(
                "1.2.3.4.1",
                metadata.images("Document01", "1.2.3.5.1") + metadata.signature("1.2.3.5.9"),
                List.of("Document01", "Signature01")),
            Map.of("Document01@lps", images, "Signature01@lps", signature));

    assertThat(fed.status()).isEqualTo(200);
    assertThat(fed.text())
        .contains(SUCCESS)
        .contains(Wire.FEED + "Response<")
        .doesNotContain("RegistryError");
    Reply found = find(wire, APPROVED);
    assertThat(found.text())
        .contains("totalResultCount=\"1\"")
        .contains("value=\"1.2.3.5.1\"")
        .contains("<rim:Value>700000</rim:Value>")
        .contains("<rim:Value>1.2.250.1.213.4.1.1.1.2</rim:Value>")
        .contains("versionName=\"1\"")
        .doesNotContain("E1762");
    Reply got = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));
    assertThat(got.type()).startsWith("multipart/related; type=\"application/xop+xml\"");
    assertThat(got.parts()).hasSize(2);
    assertThat(new String(got.parts().get(0), UTF_8))
        .contains(SUCCESS)
        .contains("<ihe:mimeType>application/dicom</ihe:mimeType>");
    assertThat(got.parts().get(1)).isEqualTo(images);
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(each -> each.rule() + " " + each.location() + " " + each.found())
        .isEmpty();
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(Exchange::transaction)
        .containsExactly("DMP TD2.1", "DMP TD3.1a", "DMP TD3.2");
  }

  @Test
  void aCutMessageOrAMissingPartLeavesNothingBehind() throws Exception {
    Wire wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    String body =
        metadata.feeding(
            "1.2.3.4.1",
            metadata.images("Document01", "1.2.3.5.1") + metadata.images("Document02", "1.2.3.5.2"),
            List.of("Document01", "Document02"));
    byte[] whole =
        Wire.mtom(
            wire.envelope(Wire.FEED, body),
            Map.of(
                "Document01@lps", "un".getBytes(UTF_8), "Document02@lps", "deux".getBytes(UTF_8)));

    Reply cut = wire.sent(Arrays.copyOf(whole, whole.length - 40));

    assertThat(cut.status()).isEqualTo(500);
    assertThat(cut.text()).contains("tronqué");
    assertThat(wire.feed(body, Map.of("Document01@lps", "un".getBytes(UTF_8))).text())
        .contains("ResponseStatusType:Failure")
        .contains("errorCode=\"XDSMissingDocument\"")
        .contains("location=\"Document02\"");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"0\"");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .contains("DMP-T01-5", "DMP-T21-2");
  }

  @Test
  void anotherPatientAnotherAuthorOrTheSameDocumentTwiceIsRefused() throws Exception {
    Wire wire = wire(Map.of());
    Metadata metadata = new Metadata(wire.composite());
    String right =
        metadata.feeding(
            "1.2.3.4.1", metadata.images("Document01", "1.2.3.5.1"), List.of("Document01"));
    Map<String, byte[]> part = Map.of("Document01@lps", "un".getBytes(UTF_8));
    String other = Metadata.escaped(wire.composite()).replaceAll("^\\d{15}", "188017505612345");

    assertThat(wire.feed(right.replace(Metadata.escaped(wire.composite()), other), part).text())
        .contains("errorCode=\"XDSPatientIdDoesNotMatch\"");
    assertThat(wire.feed(right.replace(Wire.HOLDER, "899990000099"), part).text())
        .contains("errorCode=\"DMPAccessDeniedByRightsService\"");
    assertThat(wire.feed(right, part).text()).contains(SUCCESS);
    assertThat(wire.feed(right, part).text())
        .contains("errorCode=\"XDSDuplicateUniqueIdInRegistry\"");
    assertThat(
            wire.feed(
                    right.replace("1.2.3.4.1", "1.2.3.4.2"),
                    Map.of("Document01@lps", "autre".getBytes(UTF_8)))
                .text())
        .contains("errorCode=\"XDSNonIdenticalHash\"");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"1\"");
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedByAFaultAndLeavesNothing() throws Exception {
    Wire wire = wire(Map.of("dmp.taille", "1"));
    Metadata metadata = new Metadata(wire.composite());
    String body =
        metadata.feeding(
            "1.2.3.4.1", metadata.images("Document01", "1.2.3.5.1"), List.of("Document01"));

    Reply refused = wire.feed(body, Map.of("Document01@lps", new byte[3 << 20]));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.text())
        .contains("<env:Value>env:MOCK_MESSAGE_TROP_GRAND</env:Value>")
        .contains("dmp.taille");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"0\"");
    assertThat(feedReply(wire, "1.2.3.4.1", "1.2.3.5.1", "petit").text()).contains(SUCCESS);
  }

  @Test
  void aRightThatIsRefusedIsAFaultUnlessTheSpaceAnswersIt() throws Exception {
    for (String setting : List.of("faute", "reponse")) {
      Wire wire = wire(Map.of("dmp.refus-droit", setting));
      boolean fault = setting.equals("faute");

      // The doctor of the hospital has no authorisation.
      Reply refused = wire.inAir("registry", Wire.FIND, approved(wire));
      Reply inside = wire.inAir("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));

      assertThat(refused.status()).isEqualTo(fault ? 500 : 200);
      assertThat(refused.text())
          .contains("DMPAccessDeniedByRightsService")
          .contains(fault ? "<env:Fault>" : "AdhocQueryResponse");
      assertThat(inside.status()).isEqualTo(fault ? 500 : 200);
      assertThat(inside.type()).startsWith("multipart/related");
      assertThat(inside.text()).contains(fault ? "<env:Fault>" : "RetrieveDocumentSetResponse");
    }
  }

  @Test
  void anEntryUuidInThePlaceOfAUniqueIdIsRefusedInsideMtom() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    String uuid = only(find(wire, APPROVED)).group(1);

    Reply some = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted(uuid, "1.2.3.5.1"));

    assertThat(some.parts()).hasSize(2);
    assertThat(new String(some.parts().get(0), UTF_8))
        .contains("urn:ihe:iti:2007:ResponseStatusType:PartialSuccess")
        .contains("errorCode=\"XDSDocumentUniqueIdError\" codeContext=\"uniqueId=" + uuid);
    assertThat(some.parts().get(1)).asString(ISO_8859_1).isEqualTo("document");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .contains("DMP-T30-2");
  }

  @Test
  void aWrongHashIsAWarningUnlessTheSpaceRefusesIt() throws Exception {
    for (String setting : List.of("signale", "refuse")) {
      Wire wire = wire(Map.of("dmp.empreinte", setting));
      Metadata metadata = new Metadata(wire.composite());
      String wrong =
          metadata
              .images("Document01", "1.2.3.5.1")
              .replaceFirst("<rim:Name>", Metadata.slot("size", "3") + "<rim:Name>");

      Reply fed =
          wire.feed(
              metadata.feeding("1.2.3.4.1", wrong, List.of("Document01")),
              Map.of("Document01@lps", "un".getBytes(UTF_8)));

      assertThat(fed.text())
          .contains("errorCode=\"XDSRepositoryMetadataError\"")
          .contains(setting.equals("refuse") ? "ResponseStatusType:Failure" : SUCCESS);
      assertThat(bench.findings(wire.space().id(), null))
          .extracting(Finding::rule)
          .contains("DMP-T25-1");
    }
  }

  @Test
  void everyParameterOfASearchCounts() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

    for (String slot :
        List.of(
            Metadata.slot("$XDSDocumentEntryTypeCode", "('IMG-KOS^^1.2.250.1.213.1.1.4.12')"),
            Metadata.slot("$XDSDocumentEntryClassCode", "('10^^x','31^^1.2.250.1.213.1.1.4.1')"),
            Metadata.slot("$XDSDocumentEntryCreationTimeFrom", "20260115093000"),
            Metadata.slot("$XDSDocumentEntryCreationTimeTo", "20260115093001"),
            Metadata.slot("$XDSDocumentEntryAuthorPerson", "('%DUPONT-TEST%')"))) {
      assertThat(find(wire, APPROVED, slot).text()).as(slot).contains("totalResultCount=\"1\"");
    }
    for (String slot :
        List.of(
            Metadata.slot("$XDSDocumentEntryTypeCode", "('IMG-KOS^^1.2.3')"),
            Metadata.slot("$XDSDocumentEntryPracticeSettingCode", "('HAD')"),
            Metadata.slot("$XDSDocumentEntryCreationTimeFrom", "20260115093001"),
            Metadata.slot("$XDSDocumentEntryCreationTimeTo", "20260115093000"),
            Metadata.slot("$XDSDocumentEntryAuthorPerson", "('%'' or ''1''=''1')"))) {
      assertThat(find(wire, APPROVED, slot).text()).as(slot).contains("totalResultCount=\"0\"");
    }
    assertThat(setsSince(wire, "2026").text())
        .contains("RegistryPackage")
        .contains("value=\"1.2.3.4.1\"");
    assertThat(
            wire.byCard("registry", Wire.FIND, Metadata.query(FIND_DOCUMENTS, "LeafClass")).text())
        .contains("errorCode=\"XDSStoredQueryMissingParam\"");
    assertThat(
            wire.byCard(
                    "registry",
                    Wire.FIND,
                    Metadata.query("00000000-0000-4000-8000-000000000000", "LeafClass"))
                .text())
        .contains("errorCode=\"XDSUnknownStoredQuery\"");
  }

  @Test
  void aClosedDmpTakesNothing() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ferme"));

    Reply fed = feedReply(wire, "1.2.3.4.1", "1.2.3.5.1", "document");

    assertThat(fed.text()).contains("errorCode=\"DMPClosed\"");
    assertThat(find(wire, APPROVED).text()).contains("errorCode=\"DMPClosed\"");
  }

  @Test
  void whatWasAcknowledgedIsThereWhenTheBenchStartsAgain(@TempDir Path data) throws Exception {
    BenchOptions options =
        BenchOptions.builder().services(new DmpMock()).pkiDirectory(keys).dataDir(data).build();
    Wire wire;
    try (Bench first = Bench.start(options)) {
      SpaceDescriptor space = first.createSpace(new SpaceRequest(null, null, Map.of()));
      wire = new Wire(space, first.createPatient(space.id(), new PatientRequest("ordinaire")));
      order(
          first,
          wire,
          "autorisation",
          new DmpAuthorizationRequest(wire.ins(), Wire.HOLDER, "VALIDE", null));
      feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    }
    try (Bench second = Bench.start(options)) {
      second.reopen();
      Wire again = new Wire(second.space(wire.space().id()), wire.patient());
      Reply got = again.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));
      assertThat(got.parts().get(1)).asString(ISO_8859_1).isEqualTo("document");
    }
  }
}
