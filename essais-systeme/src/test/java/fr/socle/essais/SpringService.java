package fr.socle.essais;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.spring.SpringRelyingParty;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

/** {@link SpringRelyingParty} in a process of its own, which trusts the authority of the bench. */
public final class SpringService {
  private static final String PASSWORD = "essai-de-confiance";

  private SpringService() {}

  /** Starts it; {@code bench.json} describes the space, the folder receives its trust store. */
  public static RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder)
      throws IOException, GeneralSecurityException {
    Path trust = folder.resolve("autorite.p12");
    trustIn(Path.of(space.caFile()), trust);
    return RelyingPartyProcess.start(
        folder.resolve("spring.log"),
        Map.of(),
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Djavax.net.ssl.trustStore=" + trust,
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SpringRelyingParty.class.getName(),
            benchJson.toString()));
  }

  private static void trustIn(Path authority, Path keyStore)
      throws IOException, GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      trust.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    try (OutputStream out = Files.newOutputStream(keyStore)) {
      trust.store(out, PASSWORD.toCharArray());
    }
  }
}
