package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;

/**
 * The people of a header: patient, authors, keeper, recipients, responsible (cda.md 2.1 to 2.3).
 */
final class CdaPeople {

  private static final String PROFESSIONALS = "1.2.250.1.71.4.2.1";
  private static final String STRUCTURES = "1.2.250.1.71.4.2.2";

  private final Markup xml;
  private final Defects defects;

  CdaPeople(Markup xml, Defects defects) {
    this.xml = xml;
    this.defects = defects;
  }

  void write(Writing writing) {
    patient(writing.patient());
    for (Author author : writing.authors()) {
      author(author, CdaWriter.time(writing.start()));
    }
    Structure structure = writing.responsible().structure();
    xml.open("custodian")
        .open("assignedCustodian")
        .open("representedCustodianOrganization")
        .empty("id", "root", STRUCTURES, "extension", structure.id())
        .leaf("name", structure.name())
        .empty("telecom", "nullFlavor", "NASK")
        .empty("addr", "nullFlavor", "NASK")
        .close("representedCustodianOrganization")
        .close("assignedCustodian")
        .close("custodian");
    for (Professional recipient : writing.recipients()) {
      recipient(recipient);
    }
    xml.open("legalAuthenticator")
        .empty("time", "value", CdaWriter.time(writing.created()))
        .empty("signatureCode", "code", "S");
    entity(xml, writing.responsible(), "assignedEntity", false);
    xml.close("legalAuthenticator");
    if (writing.body() == Body.SUMMARY) {
      xml.open("participant", "typeCode", "INF")
          .empty("functionCode", "code", "PCP", "codeSystem", "2.16.840.1.113883.5.88")
          .open("time")
          .empty("low", "value", CdaWriter.time(writing.start()))
          .close("time");
      associated(writing.responsible());
      xml.close("participant");
    }
  }

  private void patient(CdaPatient patient) {
    Ins ins = patient.ins();
    Traits traits = patient.traits();
    xml.open("recordTarget").open("patientRole");
    if (ins != null) {
      String key = defects.has(Mutant.DMP_CDA_INS_SANS_CLE) ? "" : ins.key();
      String oid = defects.has(Mutant.DMP_CDA_AUTRE_OID) ? "1.2.250.1.213.1.4.8" : ins.oid();
      xml.empty("id", "root", oid, "extension", ins.matricule() + key);
    }
    xml.empty("id", "root", patient.localAuthority(), "extension", patient.localId())
        .empty("addr", "nullFlavor", "NASK");
    if (ins != null) {
      xml.empty(
          "telecom", "value", "mailto:" + ins.matricule() + ins.key() + "@patient.mssante.fr");
    } else {
      xml.empty("telecom", "nullFlavor", "NASK");
    }
    xml.open("patient").open("name").leaf("family", traits.birthName(), "qualifier", "BR");
    if (traits.usedName() != null) {
      xml.leaf("family", traits.usedName(), "qualifier", "CL");
    }
    xml.leaf("given", String.join(" ", traits.firstNames()))
        .leaf("given", traits.firstNames().get(0), "qualifier", "BR");
    if (traits.usedFirstName() != null) {
      xml.leaf("given", traits.usedFirstName(), "qualifier", "CL");
    }
    String sex = traits.sex().name().equals("I") ? "UN" : traits.sex().name();
    xml.close("name")
        .empty("administrativeGenderCode", "code", sex, "codeSystem", "2.16.840.1.113883.5.1")
        .empty("birthTime", "value", traits.birthDate().replace("-", ""));
    if (traits.birthPlace() != null) {
      xml.open("birthplace")
          .open("place")
          .open("addr")
          .leaf("county", traits.birthPlace())
          .close("addr")
          .close("place")
          .close("birthplace");
    }
    xml.close("patient").close("patientRole").close("recordTarget");
  }

  private void author(Author author, String time) {
    Professional who = author.who();
    xml.open("author").empty("time", "value", time).open("assignedAuthor");
    xml.empty("id", "root", PROFESSIONALS, "extension", author.id());
    if (author.legalPerson()) {
      xml.open("assignedAuthoringDevice")
          .leaf("softwareName", who.structure().name())
          .close("assignedAuthoringDevice");
    } else {
      speciality(who);
      xml.open("assignedPerson");
      name(xml, who);
      xml.close("assignedPerson");
    }
    organisation(xml, who.structure(), false);
    xml.close("assignedAuthor").close("author");
  }

  private void speciality(Professional who) {
    xml.empty(
        "code",
        "code",
        who.specialityCode(),
        "codeSystem",
        "1.2.250.1.213.1.1.4.5",
        "displayName",
        who.specialityLabel());
  }

  private void recipient(Professional recipient) {
    xml.open("informationRecipient")
        .open("intendedRecipient")
        .empty("id", "root", PROFESSIONALS, "extension", recipient.nationalId())
        .open("informationRecipient");
    name(xml, recipient);
    xml.close("informationRecipient").close("intendedRecipient").close("informationRecipient");
  }

  private void associated(Professional who) {
    xml.open("associatedEntity", "classCode", "PROV")
        .empty("id", "root", PROFESSIONALS, "extension", who.nationalId());
    speciality(who);
    xml.open("associatedPerson");
    name(xml, who);
    xml.close("associatedPerson").close("associatedEntity");
  }

  /** A professional as an assigned entity, with the setting of the act when it is a performer. */
  static void entity(Markup xml, Professional who, String element, boolean performer) {
    xml.open(element)
        .empty("id", "root", PROFESSIONALS, "extension", who.nationalId())
        .empty(
            "code",
            "code",
            who.specialityCode(),
            "codeSystem",
            "1.2.250.1.213.1.1.4.5",
            "displayName",
            who.specialityLabel())
        .open("assignedPerson");
    name(xml, who);
    xml.close("assignedPerson");
    organisation(xml, who.structure(), performer);
    xml.close(element);
  }

  private static void name(Markup xml, Professional who) {
    xml.open("name").leaf("family", who.familyName()).leaf("given", who.givenName()).close("name");
  }

  private static void organisation(Markup xml, Structure structure, boolean setting) {
    xml.open("representedOrganization")
        .empty("id", "root", STRUCTURES, "extension", structure.id())
        .leaf("name", structure.name());
    if (setting) {
      xml.empty(
          "standardIndustryClassCode",
          "code",
          "AMBULATOIRE",
          "codeSystem",
          "1.2.250.1.213.1.1.4.9",
          "displayName",
          "Ambulatoire");
    }
    xml.close("representedOrganization");
  }
}
