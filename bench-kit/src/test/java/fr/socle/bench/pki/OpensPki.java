package fr.socle.bench.pki;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A program that opens a PKI, asks for an identity and prints what it got. */
final class OpensPki {
  private OpensPki() {}

  public static void main(String[] args) {
    Clock clock = Clock.fixed(Instant.parse(args[1]), ZoneOffset.UTC);
    System.out.println(print(TestPki.open(Path.of(args[0]), PkiOptions.defaults(), clock)));
  }

  static String print(TestPki pki) {
    return pki.serverAuthority().getSerialNumber()
        + " "
        + pki.client(StandardClient.INSI_AUTO).certificate().getSerialNumber();
  }
}
