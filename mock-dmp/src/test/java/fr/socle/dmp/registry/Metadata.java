package fr.socle.dmp.registry;

import java.util.List;

/**
 * Metadata as a software writes them: dmp.md 7.5. Text only.
 *
 * @param patient patient, {@code INS^^^&OID&ISO^NH}
 */
record Metadata(String patient) {
  static final String SUBMIT_START =
      "<lcm:SubmitObjectsRequest xmlns:lcm=\"urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0\""
          + " xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\"><rim:RegistryObjectList>";
  static final String SUBMIT_END = "</rim:RegistryObjectList></lcm:SubmitObjectsRequest>";
  private static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

  /** A body of ITI-41 with these documents, each in a part of its own name, and more objects. */
  String feeding(String set, String objects, List<String> ids) {
    StringBuilder documents = new StringBuilder();
    for (String id : ids) {
      documents
          .append("<ihe:Document id=\"" + id + "\"><xop:Include")
          .append(" xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:")
          .append(id + "%40lps\"/></ihe:Document>");
    }
    StringBuilder members = new StringBuilder();
    for (String id : ids) {
      members.append(member(id, ""));
    }
    return "<ihe:ProvideAndRegisterDocumentSetRequest xmlns:ihe=\"urn:ihe:iti:xds-b:2007\">"
        + SUBMIT_START
        + set(set)
        + objects
        + members
        + SUBMIT_END
        + documents
        + "</ihe:ProvideAndRegisterDocumentSetRequest>";
  }

  /** A body of ITI-57. */
  String update(String set, String objects) {
    return SUBMIT_START + set(set) + objects + SUBMIT_END;
  }

  String set(String uniqueId) {
    return "<rim:RegistryPackage id=\"Lot\">"
        + slot("submissionTime", "20260115093000")
        + author("a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d", "Lot")
        + code("aa543740-bdda-424e-8c96-df4873be8500", "Lot", "07", "1.2.250.1.213.2.2")
        + "<rim:Classification id=\"l3\" classifiedObject=\"Lot\""
        + " classificationNode=\"urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd\"/>"
        + identifier("6b5aea1a-874d-4603-a4bc-96a0a7b38446", "Lot", patient)
        + identifier("554ac39e-e3fe-47fe-b233-965d2a147832", "Lot", "1.3.6.1.4.1.32473.10")
        + identifier("96fdda7c-d067-4183-912e-bf5ee74998a8", "Lot", uniqueId)
        + "</rim:RegistryPackage>";
  }

  /** A reference to images, which is no CDA. */
  String images(String id, String uniqueId, String... visibility) {
    return entry(id, "", uniqueId, visibility)
        .replaceFirst("<rim:Name>", references() + "<rim:Name>");
  }

  /** A report of consultation, which is a CDA of plain text. */
  String consultation(String id, String uniqueId, String... visibility) {
    return entry(id, "", uniqueId, visibility)
        .replace("application/dicom", "text/xml")
        .replace("IRM du genou", "Compte rendu de consultation")
        .replace("\"31\"", "\"10\"")
        .replace("\"IMG-KOS\"", "\"11488-4\"")
        .replace(">1.2.250.1.213.1.1.4.12<", ">2.16.840.1.113883.6.1<")
        .replace("\"1.2.840.10008.5.1.4.1.1.88.59\"", "\"urn:ihe:iti:xds-sd:text:2008\"")
        .replace(">1.2.840.10008.2.6.1<", ">1.3.6.1.4.1.19376.1.2.3<");
  }

  /** What a reference to images says of its study: dmp.md 3.7. */
  static String references() {
    return slot(
        "urn:ihe:iti:xds:2013:referenceIdList",
        "ACC-1^^^&1.3.6.1.4.1.32473.40&ISO^urn:ihe:iti:xds:2013:accession",
        "DEM-1^^^&1.3.6.1.4.1.32473.41&ISO^urn:ihe:iti:xds:2013:order",
        "1.3.6.1.4.1.32473.42^^^^urn:ihe:iti:xds:2016:studyInstanceUID");
  }

  /** A document; {@code attributes} are added to those of the element. */
  String entry(String id, String attributes, String uniqueId, String... visibility) {
    StringBuilder codes = new StringBuilder();
    for (String one : visibility) {
      codes.append(code("f4f85eac-e6cb-4883-b524-f2705394840f", id, one, VISIBILITY));
    }
    return "<rim:ExtrinsicObject id=\""
        + id
        + "\" "
        + attributes
        + " mimeType=\"application/dicom\""
        + " objectType=\"urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1\">"
        + slot("creationTime", "20260115093000")
        + slot("languageCode", "fr-FR")
        + slot("legalAuthenticator", person())
        + slot("serviceStartTime", "20260115090000")
        + slot("sourcePatientId", "IPP-1^^^&1.3.6.1.4.1.32473.30&ISO^PI")
        + slot("sourcePatientInfo", "PID-5|TESTEUR^ALMA^^^^^L", "PID-7|19750301", "PID-8|F")
        + name("IRM du genou")
        + author("93606bcf-9494-43ec-9b4e-a7748d1a838d", id)
        + code("41a5887f-8865-4c09-adf7-e362475b143a", id, "31", "1.2.250.1.213.1.1.4.1")
        + code("f0306f51-975f-434e-a61c-c59651d33983", id, "IMG-KOS", "1.2.250.1.213.1.1.4.12")
        + code(
            "a09d5840-386c-46f2-b5ad-9c3699a4309d",
            id,
            "1.2.840.10008.5.1.4.1.1.88.59",
            "1.2.840.10008.2.6.1")
        + code("f4f85eac-e6cb-4883-b524-f2705394840f", id, "N", "2.16.840.1.113883.5.25")
        + codes
        + code("f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1", id, "SA07", "1.2.250.1.71.4.2.4")
        + code("cccf5598-8b07-4b77-a05e-ae952c785ead", id, "AMBULATOIRE", "1.2.250.1.213.1.1.4.9")
        + identifier("58a6f841-87b3-4a3e-92fd-a8ffeff98427", id, patient)
        + identifier("2e82c1f6-a085-4c72-9da3-8640a32e42ab", id, uniqueId)
        + "</rim:ExtrinsicObject>";
  }

  /** The signature of a submission, its link included: dmp.md 3.6. */
  String signature(String uniqueId) {
    String id = "Signature01";
    return images(id, uniqueId, "MASQUE_PS", "INVISIBLE_PATIENT")
            .replace("application/dicom", "text/xml")
            .replace("fr-FR", "art")
            .replace("IRM du genou", "Source")
            .replaceAll("<rim:Slot name=\"sourcePatientInfo\">.*?</rim:Slot>", "")
            .replace(references(), "")
            .replace("IPP-1^^^&amp;1.3.6.1.4.1.32473.30&amp;ISO^PI", escaped(patient))
            .replace("\"31\"", "\"urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1\"")
            .replace("\"IMG-KOS\"", "\"E1762\"")
            .replace("\"1.2.840.10008.5.1.4.1.1.88.59\"", "\"http://www.w3.org/2000/09/xmldsig#\"")
            .replace(
                "</rim:ExtrinsicObject>",
                code(
                        "2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4",
                        id,
                        "1.2.840.10065.1.12.1.14",
                        "1.2.840.10065.1.12")
                    + "</rim:ExtrinsicObject>")
        + association("urn:ihe:iti:2007:AssociationType:signs", id, "Lot", "");
  }

  /** What a signature names; nothing in it is signed. */
  static String manifest(String... uniqueIds) {
    StringBuilder references = new StringBuilder();
    for (String one : uniqueIds) {
      references.append("<Reference URI=\"urn:oid:" + one + "\"/>");
    }
    return "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><Object><Manifest>"
        + references
        + "</Manifest></Object></Signature>";
  }

  static String member(String id, String more) {
    return association(
        "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember",
        "Lot",
        id,
        slot("SubmissionSetStatus", "Original") + more);
  }

  static String replaces(String id, String entryUuid) {
    return association("urn:ihe:iti:2007:AssociationType:RPLC", id, entryUuid, "");
  }

  static String status(String entryUuid, String original, String wanted) {
    return association(
        "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus",
        "Lot",
        entryUuid,
        slot("OriginalStatus", original) + slot("NewStatus", wanted));
  }

  private static String association(String type, String from, String to, String slots) {
    return "<rim:Association id=\"a-"
        + Integer.toHexString((type + from + to).hashCode())
        + "\" associationType=\""
        + type
        + "\" sourceObject=\""
        + from
        + "\" targetObject=\""
        + to
        + "\">"
        + slots
        + "</rim:Association>";
  }

  static String slot(String name, String... values) {
    StringBuilder list = new StringBuilder();
    for (String value : values) {
      list.append("<rim:Value>" + escaped(value) + "</rim:Value>");
    }
    return "<rim:Slot name=\"" + name + "\"><rim:ValueList>" + list + "</rim:ValueList></rim:Slot>";
  }

  private static String name(String text) {
    return "<rim:Name><rim:LocalizedString xml:lang=\"FR\" charset=\"UTF8\" value=\""
        + text
        + "\"/></rim:Name>";
  }

  /** A code of what was done. */
  static String event(String object, String code, String system) {
    return code("2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4", object, code, system);
  }

  /** A code of visibility. */
  static String visibility(String object, String code) {
    return code("f4f85eac-e6cb-4883-b524-f2705394840f", object, code, VISIBILITY);
  }

  private static String code(String scheme, String object, String code, String system) {
    return "<rim:Classification id=\""
        + object
        + code.hashCode()
        + "\" classificationScheme=\"urn:uuid:"
        + scheme
        + "\" classifiedObject=\""
        + object
        + "\" nodeRepresentation=\""
        + code
        + "\">"
        + slot("codingScheme", system)
        + name("libellé")
        + "</rim:Classification>";
  }

  private static String author(String scheme, String object) {
    return "<rim:Classification id=\""
        + object
        + "-auteur\" classificationScheme=\"urn:uuid:"
        + scheme
        + "\" classifiedObject=\""
        + object
        + "\" nodeRepresentation=\"\">"
        + slot(
            "authorInstitution",
            "CABINET FICTIF^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^" + Wire.STRUCTURE)
        + slot("authorPerson", person())
        + slot(
            "authorSpecialty",
            "G15_10/SM26^Médecin - Qualifié en Médecine Générale (SM)^1.2.250.1.213.1.1.4.5")
        + "</rim:Classification>";
  }

  private static String person() {
    return Wire.HOLDER + "^DUPONT-TEST^LEA^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS";
  }

  private static String identifier(String scheme, String object, String value) {
    return "<rim:ExternalIdentifier id=\""
        + object
        + scheme.hashCode()
        + "\" registryObject=\""
        + object
        + "\" identificationScheme=\"urn:uuid:"
        + scheme
        + "\" value=\""
        + escaped(value)
        + "\"/>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** A stored query. */
  static String query(String id, String returnType, String... slots) {
    return "<query:AdhocQueryRequest"
        + " xmlns:query=\"urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0\""
        + " xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\">"
        + "<query:ResponseOption returnComposedObjects=\"true\" returnType=\""
        + returnType
        + "\"/><rim:AdhocQuery id=\"urn:uuid:"
        + id
        + "\">"
        + String.join("", slots)
        + "</rim:AdhocQuery></query:AdhocQueryRequest>";
  }

  /** A request of documents. */
  static String wanted(String... uniqueIds) {
    StringBuilder requests = new StringBuilder();
    for (String one : uniqueIds) {
      requests.append(
          "<ihe:DocumentRequest><ihe:RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2"
              + "</ihe:RepositoryUniqueId><ihe:DocumentUniqueId>"
              + one
              + "</ihe:DocumentUniqueId></ihe:DocumentRequest>");
    }
    return "<ihe:RetrieveDocumentSetRequest xmlns:ihe=\"urn:ihe:iti:xds-b:2007\">"
        + requests
        + "</ihe:RetrieveDocumentSetRequest>";
  }
}
