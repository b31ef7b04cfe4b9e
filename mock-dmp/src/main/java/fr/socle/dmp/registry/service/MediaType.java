package fr.socle.dmp.registry.service;

import java.util.regex.Pattern;

/** The form of a media type: RFC 2045, 5.1, parameters left aside. */
public final class MediaType {
  /** Of bytes nothing is known of. */
  public static final String UNKNOWN = "application/octet-stream";

  private static final Pattern FORM =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}/[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}");

  private MediaType() {}

  /** Whether it is one, so that it may stand in a header. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
