package fr.socle.lps.dmp.vihf;

/**
 * Why the DMP is called (dmp.md 2.3).
 *
 * @param emergency whether it is "bris de glace"
 * @param reason what the user gave as a reason, empty without emergency
 */
public record Purpose(boolean emergency, String reason) {

  public static final Purpose NORMAL = new Purpose(false, "");

  public static Purpose emergency(String reason) {
    return new Purpose(true, reason);
  }
}
