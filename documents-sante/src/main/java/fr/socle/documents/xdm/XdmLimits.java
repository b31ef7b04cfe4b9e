package fr.socle.documents.xdm;

/**
 * How much of an archive is read.
 *
 * @param entries entries it may have
 * @param entry bytes of an entry once inflated
 * @param total bytes of all of them
 * @param ratio how many times larger an entry may become, past one mebibyte
 * @param elements tags in all the documents that are read as XML
 */
public record XdmLimits(int entries, int entry, int total, int ratio, int elements) {
  /** Far more than a message of twenty-five mebibytes honestly holds. */
  public static XdmLimits standard() {
    return new XdmLimits(1000, 32 << 20, 64 << 20, 500, 600_000);
  }
}
