package fr.socle.dmp.registry.service;

/**
 * What the documents of one imaging examination share: dmp.md 3.7 (S:DRIM). Those of a patient and
 * a day are of one examination.
 *
 * @param accession accession number
 * @param order number of the order
 * @param study identifier of the study
 */
record ImagingReferences(String accession, String order, String study) {
  private static final String ROOT = "1.3.6.1.4.1.32473.4";
  private static final int DAY = 8;

  static ImagingReferences of(ArrangedDocument document) {
    String day = ArrangedMetadata.time(document.date()).substring(0, DAY);
    String patient = Integer.toUnsignedString(document.patient().id().number().hashCode());
    return new ImagingReferences("ACC" + day, "DEM" + day, ROOT + "2." + patient + "." + day);
  }

  /** The values of {@code referenceIdList}. */
  String[] values() {
    return new String[] {
      accession + "^^^&" + ROOT + "0&ISO^urn:ihe:iti:xds:2013:accession",
      order + "^^^&" + ROOT + "1&ISO^urn:ihe:iti:xds:2013:order",
      study + "^^^^urn:ihe:iti:xds:2016:studyInstanceUID"
    };
  }
}
