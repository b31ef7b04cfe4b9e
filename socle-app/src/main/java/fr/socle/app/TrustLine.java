package fr.socle.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How one kind of software is made to trust the server authority of a bench, and how that is
 * undone.
 *
 * @param software what it is for, as its user calls it
 * @param trust the line that trusts
 * @param undo the line that undoes it; empty when there is nothing to undo
 */
record TrustLine(String software, String trust, String undo) {

  private static final String ALIAS = "socle";

  /**
   * The lines for an authority.
   *
   * @param authority its certificate, PEM
   * @param store the same as a PKCS#12 store
   * @param password password of the store
   * @param thumbprint SHA-1 of the certificate, in hexadecimal, by which Windows finds it again
   */
  static List<TrustLine> of(Path authority, Path store, String password, String thumbprint) {
    String file = quoted(authority);
    String windows = '"' + authority.toString() + '"';
    return List.of(
        new TrustLine(
            "Windows, pour cet utilisateur (et .NET, Edge, Chrome)",
            "certutil -user -addstore Root " + windows,
            "certutil -user -delstore Root " + thumbprint.toLowerCase(Locale.ROOT)),
        new TrustLine(
            "Debian, Ubuntu : tout le système (OpenSSL, curl, .NET, wget)",
            "sudo install -m 644 "
                + file
                + " /usr/local/share/ca-certificates/socle.crt && sudo update-ca-certificates",
            "sudo rm /usr/local/share/ca-certificates/socle.crt && sudo update-ca-certificates"
                + " --fresh"),
        new TrustLine(
            "NSS : Chromium et Firefox sous Linux",
            "certutil -d \"sql:$HOME/.pki/nssdb\" -A -n " + ALIAS + " -t C,, -i " + file,
            "certutil -d \"sql:$HOME/.pki/nssdb\" -D -n " + ALIAS),
        new TrustLine(
            "macOS, pour cet utilisateur",
            "security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "
                + file,
            "security remove-trusted-cert " + file),
        new TrustLine(
            "Java : toute la machine virtuelle",
            "keytool -importcert -noprompt -alias "
                + ALIAS
                + " -cacerts -storepass changeit -file "
                + file,
            "keytool -delete -alias " + ALIAS + " -cacerts -storepass changeit"),
        new TrustLine(
            "Java : un seul programme, sans rien installer",
            "-Djavax.net.ssl.trustStore="
                + quoted(store)
                + " -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword="
                + password,
            ""),
        new TrustLine("curl : un seul appel", "curl --cacert " + file, ""),
        new TrustLine(
            "OpenSSL et .NET sous Linux : un seul programme",
            "export SSL_CERT_FILE=" + file,
            "unset SSL_CERT_FILE"));
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "'\\''") + "'";
  }
}
