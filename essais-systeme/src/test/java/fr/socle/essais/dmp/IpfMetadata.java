package fr.socle.essais.dmp;

import org.openehealth.ipf.commons.ihe.xds.core.metadata.AssigningAuthority;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Association;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AssociationLabel;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AssociationType;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Author;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.AvailabilityStatus;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Code;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntry;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntryType;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Identifiable;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.LocalizedString;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Organization;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.PatientInfo;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Person;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.SubmissionSet;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.XpnName;

/**
 * French metadata in IPF's model.
 *
 * @param card who feeds
 * @param patient patient, {@code INS^^^&OID&ISO^NH}
 */
public record IpfMetadata(DmpCard card, String patient) {
  static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

  SubmissionSet set(String uniqueId) {
    SubmissionSet set = new SubmissionSet();
    set.setEntryUuid("Lot");
    set.setUniqueId(uniqueId);
    set.setSourceId("1.3.6.1.4.1.32473.10");
    set.setPatientId(Identifiable.parse(patient));
    set.setSubmissionTime("20260115093000");
    set.setAuthor(author());
    set.setContentTypeCode(code("07", "Consultations soins externes", "1.2.250.1.213.2.2"));
    set.setAvailabilityStatus(AvailabilityStatus.APPROVED);
    return set;
  }

  public DocumentEntry entry(String id, String uniqueId) {
    DocumentEntry entry = new DocumentEntry();
    entry.setEntryUuid(id);
    entry.setUniqueId(uniqueId);
    entry.setType(DocumentEntryType.STABLE);
    entry.setAvailabilityStatus(AvailabilityStatus.APPROVED);
    entry.setPatientId(Identifiable.parse(patient));
    entry.setSourcePatientId(Identifiable.parse("IPP-1^^^&1.3.6.1.4.1.32473.30&ISO^PI"));
    PatientInfo traits = new PatientInfo();
    traits.getNames().add(new XpnName("TESTEUR", "ALMA", null, null, null, null));
    traits.setDateOfBirth("19750301");
    traits.setGender("F");
    entry.setSourcePatientInfo(traits);
    entry.getAuthors().add(author());
    entry.setLegalAuthenticator(person());
    entry.setTitle(text("Compte rendu de consultation"));
    entry.setMimeType("text/xml");
    entry.setLanguageCode("fr-FR");
    entry.setCreationTime("20260115093000");
    entry.setServiceStartTime("20260115090000");
    entry.setClassCode(code("10", "Compte rendu", "1.2.250.1.213.1.1.4.1"));
    entry.setTypeCode(
        code("11488-4", "CR ou fiche de consultation ou de visite", "2.16.840.1.113883.6.1"));
    entry.setFormatCode(code("urn:ihe:iti:xds-sd:pdf:2008", "PDF", "1.3.6.1.4.1.19376.1.2.3"));
    entry.getConfidentialityCodes().add(code("N", "Normal", "2.16.840.1.113883.5.25"));
    entry.setHealthcareFacilityTypeCode(code("SA07", "Cabinet individuel", "1.2.250.1.71.4.2.4"));
    entry.setPracticeSettingCode(code("AMBULATOIRE", "Ambulatoire", "1.2.250.1.213.1.1.4.9"));
    return entry;
  }

  Author author() {
    Author author = new Author();
    author.setAuthorPerson(person());
    author
        .getAuthorInstitution()
        .add(
            new Organization(
                "CABINET FICTIF", card.structure(), new AssigningAuthority("1.2.250.1.71.4.2.2")));
    author
        .getAuthorSpecialty()
        .add(
            Identifiable.parse(
                "G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5"));
    return author;
  }

  private Person person() {
    return Person.parse(DmpEntry.Author.of(card).person());
  }

  static Association member(String document) {
    return link(AssociationType.HAS_MEMBER, "Lot", document);
  }

  static Association link(AssociationType type, String from, String to) {
    Association association = new Association(type, "a-" + type + "-" + to, from, to);
    if (type == AssociationType.HAS_MEMBER) {
      association.setLabel(AssociationLabel.ORIGINAL);
    }
    return association;
  }

  static Code code(String code, String label, String scheme) {
    return new Code(code, text(label), scheme);
  }

  private static LocalizedString text(String value) {
    return new LocalizedString(value, "FR", "UTF8");
  }
}
