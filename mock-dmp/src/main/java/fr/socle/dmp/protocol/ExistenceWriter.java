package fr.socle.dmp.protocol;

import fr.socle.bench.soap.XmlContent;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.Representative;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes PRPA_IN201308UV02, the answer of TD0.2 and TD1.3a: dmp.md 1.3, 1.8, 7.4 (S:MSG).
 *
 * @param request what is answered
 * @param clock wall clock
 * @param wishes whether the patient's oppositions are told, as TD1.3a does
 * @param otherSex whether the other sex is written (Q8)
 * @param representatives legal representatives to tell
 */
record ExistenceWriter(
    Hl7Message request,
    Clock clock,
    boolean wishes,
    boolean otherSex,
    List<Representative> representatives) {
  private static final String RELATIONSHIPS = "2.16.840.1.113883.1.11.19579";
  private static final String AUTHORIZATION = "1.2.250.1.213.4.1.2.6.1";
  private static final String AUTHORIZATION_STATES = "1.2.250.1.213.4.1.2.6.2";
  private static final String TREATING = "1.2.250.1.213.4.1.2.6.3";
  private static final String WEB_ACCOUNT = "1.2.250.1.213.4.1.2.9";

  XmlContent refused(DmpRefusal refusal) {
    return out -> write(new Hl7Writer(out), null, null, refusal);
  }

  XmlContent found(PatientDmp dmp, @Nullable KnownPatient person) {
    return out -> write(new Hl7Writer(out), dmp, person, null);
  }

  private void write(
      Hl7Writer out,
      @Nullable PatientDmp dmp,
      @Nullable KnownPatient person,
      @Nullable DmpRefusal refusal) {
    Hl7Envelope envelope = new Hl7Envelope("PRPA_IN201308UV02", request, clock);
    envelope.head(out, false);
    if (dmp != null) {
      attention(out, "AUTORISATION", AUTHORIZATION);
      out.value("CV", "code", dmp.authorization().name(), "codeSystem", AUTHORIZATION_STATES);
      out.end(1);
      attention(out, "STATUT_MT", TREATING);
      out.value("BL", "value", String.valueOf(dmp.treating()));
      out.end(1);
    }
    envelope.acknowledge(out, refusal);
    envelope.control(out);
    boolean there =
        dmp != null && person != null && dmp.dossier().status() != Dossier.Status.ABSENT;
    if (dmp != null && person != null && there) {
      subject(out, dmp, person);
      closure(out, dmp.dossier());
    }
    envelope.queryAck(out, refusal != null ? "AE" : there ? "OK" : "NF");
    out.end(2);
  }

  private static void attention(Hl7Writer out, String code, String system) {
    out.start("attentionLine");
    out.leaf("keyWordText", "code", code, "codeSystem", system);
  }

  private void subject(Hl7Writer out, PatientDmp dmp, KnownPatient person) {
    out.start("subject", "typeCode", "SUBJ", "contextConductionInd", "false");
    out.start("registrationEvent", "classCode", "REG", "moodCode", "EVN");
    out.leaf("statusCode", "code", "completed");
    out.start("subject1", "typeCode", "SBJ");
    out.start("patient", "classCode", "PAT");
    // As asked: with real OIDs the directory knows the number under the test one.
    PatientId asked = request.queriedPatient().orElse(person.id());
    person.former().forEach(each -> out.id("id", new InstanceId(each.oid(), each.number())));
    out.id("id", new InstanceId(asked.oid(), asked.number()));
    out.leaf("statusCode", "code", dmp.dossier().open() ? "active" : "terminated");
    person(out, dmp, person);
    out.observation("subjectOf", "COMPTE_INTERNET_OUVERT", WEB_ACCOUNT, dmp.dossier().webAccount());
    out.observation(
        "subjectOf", "RATTACHEMENT_ENS", DmpContract.CONSENTS, dmp.dossier().attached());
    if (wishes) {
      out.observation(
          "subjectOf",
          "OPPOSITION_BRIS_DE_GLACE",
          DmpContract.CONSENTS,
          dmp.dossier().opposedToBreakGlass());
      out.observation(
          "subjectOf",
          "OPPOSITION_ACCES_URGENCE",
          DmpContract.CONSENTS,
          dmp.dossier().opposedToRegulation());
    }
    out.end(2);
    Hl7Envelope.custodian(out);
    out.end(2);
  }

  private void person(Hl7Writer out, PatientDmp dmp, KnownPatient person) {
    out.start("patientPerson", "classCode", "PSN", "determinerCode", "INSTANCE");
    out.start("name");
    if (!person.civility().isEmpty()) {
      out.text("prefix", person.civility());
    }
    out.text("given", person.firstNames().isEmpty() ? "" : person.firstNames().get(0));
    out.text("family", dmp.dossier().usedNameOf(person), "qualifier", "SP");
    out.end(1);
    dmp.dossier().telecoms().forEach(each -> out.leaf("telecom", "value", each));
    String sex = otherSex ? (person.sex().equals("M") ? "F" : "M") : person.sex();
    out.leaf("administrativeGenderCode", "code", sex);
    out.leaf("birthTime", "value", person.birthDate());
    representatives.forEach(each -> representative(out, each));
    out.end(1);
  }

  // dmp.md 1.8 (S:MSG): personalRelationship; what it holds is that of the HL7 schema (K).
  private static void representative(Hl7Writer out, Representative one) {
    out.start("personalRelationship", "classCode", "PRS");
    out.leaf("code", "code", one.link(), "codeSystem", RELATIONSHIPS);
    out.start("relationshipHolder1", "classCode", "PSN", "determinerCode", "INSTANCE");
    out.start("name");
    out.text("given", one.givenName());
    out.text("family", one.familyName());
    out.end(3);
  }

  // dmp.md 1.3 (A): where the closure is told is not sourced; the form is that of TD1.4.
  private static void closure(Hl7Writer out, Dossier dossier) {
    Dossier.Closure how = dossier.closure();
    if (how == null) {
      return;
    }
    out.start("reasonOf", "typeCode", "RSON");
    out.start("detectedIssueEvent", "classCode", "ALRT", "moodCode", "EVN");
    out.leaf("code", "code", how.code(), "codeSystem", DmpContract.CLOSURES);
    out.text("text", how.text());
    out.leaf("effectiveTime", "value", Hl7Writer.time(how.at()));
    out.end(2);
  }
}
