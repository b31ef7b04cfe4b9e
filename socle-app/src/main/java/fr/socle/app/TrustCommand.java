package fr.socle.app;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.space.RealNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code socle trust}: how software is made to trust the bench. It prints, and does nothing. */
@Command(
    name = "trust",
    description =
        "Les lignes à taper pour que vos logiciels se fient à l'autorité du banc, et celles qui"
            + " défont. N'exécute rien.")
final class TrustCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Dossier donné à « socle up --data » ; sans elle, le cache de l'utilisateur.")
  private @Nullable Path data;

  @Option(
      names = "--real-names",
      description =
          "Les certificats de « socle up --real-names », à part de ceux des autres bancs.")
  private boolean realNames;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Path folder =
        BenchOptions.builder()
            .dataDir(data)
            .realNames(realNames ? RealNameTable.standard().names() : RealNames.NONE)
            .build()
            .certificates()
            .toAbsolutePath()
            .normalize();
    Path authority = folder.resolve("ca.pem");
    if (!Files.isReadable(authority)) {
      throw new UsageException(
          "aucune autorité dans "
              + folder
              + " : lancez une fois « socle up"
              + (realNames ? " --real-names" : "")
              + " »"
              + (data == null ? "" : " avec le même --data")
              + ", qui la fabrique.");
    }
    X509Certificate certificate = read(authority);
    Terminal out = Terminal.of(spec);
    out.line("Autorité du banc : " + authority);
    out.line("  " + certificate.getSubjectX500Principal().getName());
    out.line("  empreinte SHA-256 " + digest(certificate, "SHA-256"));
    out.line(
        "  valable jusqu'au "
            + DAY.format(certificate.getNotAfter().toInstant().atZone(ZoneId.systemDefault()))
            + " ; le banc en fait alors une autre, à déclarer de nouveau.");
    out.line("  Elle ne vaut que pour les noms du banc, et sa clé est détruite.");
    for (TrustLine line :
        TrustLine.of(
            authority, folder.resolve("ca.p12"), TestPki.PASSWORD, digest(certificate, "SHA-1"))) {
      out.line("");
      out.line(line.software());
      out.line("  " + line.trust());
      if (!line.undo().isEmpty()) {
        out.line("  pour défaire : " + line.undo());
      }
    }
    out.line("");
    out.line("Logiciel qui n'admet que l'autorité d'un de ses fichiers");
    out.line("  gardez ce fichier à part, puis mettez à sa place :");
    out.line("  en PEM  " + authority);
    out.line("  en PKCS#12, mot de passe " + TestPki.PASSWORD + "  " + folder.resolve("ca.p12"));
    return ExitStatus.OK;
  }

  private static X509Certificate read(Path authority) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(authority)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static String digest(X509Certificate certificate, String algorithm)
      throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
    return HexFormat.of().withUpperCase().formatHex(digest);
  }
}
