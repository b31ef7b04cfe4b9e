package fr.socle.app;

import java.security.Security;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Makes this Java machine able to speak TLS 1.1, for the fault {@code tls-1.1} of the bench and for
 * nothing else: no listener speaks it without the fault, and no client of this process offers it
 * unless it is told to. To be called before TLS is first used, when the JDK reads these settings.
 */
final class OutdatedTls {
  private static final String FORBIDDEN = "jdk.tls.disabledAlgorithms";
  private static final String OFFERED = "jdk.tls.client.protocols";

  private OutdatedTls() {}

  static void allow() {
    String forbidden = Security.getProperty(FORBIDDEN);
    if (forbidden == null) {
      return;
    }
    Security.setProperty(FORBIDDEN, without(forbidden, "TLSv1.1"));
    if (System.getProperty(OFFERED) == null) {
      System.setProperty(OFFERED, "TLSv1.3,TLSv1.2");
    }
  }

  private static String without(String list, String name) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(one -> !one.equalsIgnoreCase(name))
        .collect(Collectors.joining(", "));
  }
}
