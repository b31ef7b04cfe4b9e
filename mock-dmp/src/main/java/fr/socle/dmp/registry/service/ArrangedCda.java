package fr.socle.dmp.registry.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.hl7.Xcn;
import fr.socle.documents.hl7.Xon;
import java.util.Base64;
import javax.xml.namespace.QName;

/** A CDA document: the header of a right software, and a text to read, as a body or a section. */
final class ArrangedCda {
  private static final String HL7 = "urn:hl7-org:v3";

  private final XmlWriter out = new XmlWriter();
  private final ArrangedDocument document;
  private final ArrangedMetadata metadata;

  ArrangedCda(ArrangedDocument document, ArrangedMetadata metadata) {
    this.document = document;
    this.metadata = metadata;
  }

  byte[] bytes(String text) {
    out.declaration();
    start("ClinicalDocument");
    leaf("realmCode", "code", "FR");
    leaf("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
    // cda.md: header of the CI-SIS, and the body of a document without structure.
    leaf("templateId", "root", "2.16.840.1.113883.2.8.2.1");
    leaf("templateId", "root", "1.2.250.1.213.1.1.1.1");
    if (!isStructured()) {
      leaf("templateId", "root", "1.3.6.1.4.1.19376.1.2.20");
    }
    leaf("id", "root", document.uniqueId());
    coded("code", document.type());
    text("title", document.title());
    leaf("effectiveTime", "value", time());
    coded("confidentialityCode", new Coded("N", "2.16.840.1.113883.5.25", "Normal"));
    leaf("languageCode", "code", "fr-FR");
    leaf("setId", "root", document.uniqueId() + ".1");
    leaf("versionNumber", "value", "1");
    patient();
    author();
    custodian();
    start("legalAuthenticator");
    leaf("time", "value", time());
    leaf("signatureCode", "code", "S");
    start("assignedEntity");
    identifier();
    end(2);
    replaced();
    act();
    body(text);
    end(1);
    return out.toBytes();
  }

  /** Whether its format is of a document in sections; entries in them are not written. */
  private boolean isStructured() {
    return !document.format().code().contains(":xds-sd:");
  }

  private void body(String text) {
    start("component");
    if (isStructured()) {
      start("structuredBody").start("component").start("section");
      text("title", document.title());
      text("text", text);
      end(4);
    } else {
      start("nonXMLBody");
      start("text", "mediaType", "text/plain", "representation", "B64");
      out.text(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
      end(3);
    }
  }

  private void patient() {
    KnownPatient patient = document.patient();
    start("recordTarget").start("patientRole");
    leaf("id", "root", patient.id().oid(), "extension", patient.id().number());
    start("patient").start("name");
    text("family", patient.birthName(), "qualifier", "BR");
    text("given", patient.firstNames().get(0), "qualifier", "BR");
    text("given", String.join(" ", patient.firstNames()));
    end(1);
    leaf("administrativeGenderCode", "code", patient.sex(), "codeSystem", "2.16.840.1.113883.5.1");
    leaf("birthTime", "value", patient.birthDate());
    start("birthplace").start("place").start("addr");
    text("county", patient.birthPlace());
    end(6);
  }

  private void author() {
    start("author");
    leaf("time", "value", time());
    start("assignedAuthor");
    identifier();
    KnownProfessional author = document.author();
    if (author != null) {
      Coded speciality = metadata.speciality();
      if (!speciality.code().isEmpty()) {
        coded("code", speciality);
      }
      start("assignedPerson").start("name");
      text("family", author.familyName());
      text("given", author.givenName());
      end(2);
      if (!author.structure().isEmpty()) {
        start("representedOrganization");
        structure(author);
        end(1);
      }
    }
    end(2);
  }

  private void custodian() {
    start("custodian").start("assignedCustodian").start("representedCustodianOrganization");
    KnownProfessional author = document.author();
    if (author != null && !author.structure().isEmpty()) {
      structure(author);
    } else {
      leaf("id", "nullFlavor", "UNK");
    }
    end(3);
  }

  private void replaced() {
    String replaces = document.replaces();
    if (replaces != null) {
      start("relatedDocument", "typeCode", "RPLC").start("parentDocument");
      leaf("id", "root", replaces);
      end(2);
    }
  }

  private void act() {
    start("documentationOf").start("serviceEvent").start("effectiveTime");
    leaf("low", "value", time());
    end(1);
    start("performer", "typeCode", "PRF").start("assignedEntity");
    identifier();
    start("representedOrganization");
    coded("standardIndustryClassCode", metadata.setting());
    end(5);
    start("componentOf").start("encompassingEncounter");
    coded("code", new Coded("AMB", "2.16.840.1.113883.5.4", "Ambulatoire"));
    start("effectiveTime");
    leaf("low", "value", time());
    end(1);
    start("location").start("healthCareFacility");
    coded("code", metadata.facility());
    end(4);
  }

  private void identifier() {
    KnownProfessional author = document.author();
    if (author == null) {
      leaf(
          "id",
          "root",
          document.patient().id().oid(),
          "extension",
          document.patient().id().number());
    } else {
      leaf("id", "root", Xcn.PROFESSIONALS, "extension", author.nationalId());
    }
  }

  private void structure(KnownProfessional author) {
    leaf("id", "root", Xon.STRUCTURES, "extension", author.structure());
    text("name", author.structureName());
  }

  private String time() {
    return ArrangedMetadata.time(document.date()) + "+0000";
  }

  private void coded(String name, Coded code) {
    leaf(name, "code", code.code(), "codeSystem", code.scheme(), "displayName", code.label());
  }

  private ArrangedCda start(String name, String... attributes) {
    out.start(new QName(HL7, name));
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.attribute(attributes[i], attributes[i + 1]);
      }
    }
    return this;
  }

  private void leaf(String name, String... attributes) {
    start(name, attributes).end(1);
  }

  private void text(String name, String text, String... attributes) {
    if (!text.isEmpty()) {
      start(name, attributes);
      out.text(text);
      end(1);
    }
  }

  private void end(int times) {
    for (int i = 0; i < times; i++) {
      out.end();
    }
  }
}
