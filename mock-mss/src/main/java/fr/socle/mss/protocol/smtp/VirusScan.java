package fr.socle.mss.protocol.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Looks for the test file of EICAR, as it is or in base64, in bytes that pass; line ends do not
 * count. Not safe for use by several threads.
 */
final class VirusScan {
  // In two halves, so that no scanner takes this file for the test file.
  private static final String TEST_FILE =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";
  // Whole groups of three: what follows the file does not change them.
  private static final int GROUPS = 66;

  private final Search plain = new Search(TEST_FILE.getBytes(StandardCharsets.US_ASCII));
  private final Search encoded =
      new Search(
          Base64.getEncoder()
              .encode(Arrays.copyOf(TEST_FILE.getBytes(StandardCharsets.US_ASCII), GROUPS)));

  void see(int next) {
    if (next != '\r' && next != '\n') {
      plain.see(next);
      encoded.see(next);
    }
  }

  boolean isFound() {
    return plain.found || encoded.found;
  }

  /** Knuth, Morris and Pratt. */
  private static final class Search {
    private final byte[] wanted;
    private final int[] back;
    private int matched;
    private boolean found;

    private Search(byte[] wanted) {
      this.wanted = wanted;
      this.back = new int[wanted.length];
      for (int i = 1, k = 0; i < wanted.length; i++) {
        while (k > 0 && wanted[i] != wanted[k]) {
          k = back[k - 1];
        }
        if (wanted[i] == wanted[k]) {
          k++;
        }
        back[i] = k;
      }
    }

    private void see(int next) {
      while (matched > 0 && wanted[matched] != (byte) next) {
        matched = back[matched - 1];
      }
      if (wanted[matched] == (byte) next) {
        matched++;
      }
      if (matched == wanted.length) {
        found = true;
        matched = 0;
      }
    }
  }
}
