package fr.socle.lps.actions;

import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.banc.KeyStoreFile;
import fr.socle.lps.cartes.ProfessionalCard;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.soap.DmpDoor;
import fr.socle.lps.dmp.vihf.Software;
import fr.socle.lps.insi.Billing;
import fr.socle.lps.insi.Credential;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.insi.InsiSearch;
import fr.socle.lps.insi.InsiVerification;
import fr.socle.lps.mss.client.Autoconfiguration;
import fr.socle.lps.mss.client.HealthDirectory;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.client.MailTls;
import fr.socle.lps.mss.client.OpenAccessExtract;
import fr.socle.lps.mss.client.RevocationLists;
import fr.socle.lps.mss.client.RevocationTrust;
import fr.socle.lps.mss.client.Servers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.proxy.EsanteProxy;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.psc.ProSanteConnect;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The national services as the last {@code configurer} says where they are; each is prepared when
 * it is first needed. Only the user's thread uses it, except where another one is allowed.
 */
final class Services implements AutoCloseable {

  private static final String DMP = "dmp";
  private static final String APPROVAL = "SOCLE-REFERENCE-DMP";
  private static final int NON_REPUDIATION = 1;

  private final InsiClient.Software software;
  private final LoginSettings loginByDefault;
  private final Defects defects;
  private final RevocationLists revocations;
  private volatile @Nullable BenchDescriptor bench;
  private Settings settings = Settings.none();
  private volatile @Nullable ProSanteConnect psc;
  private @Nullable InsiSearch insi;
  private final Map<InsiClient.Caller, InsiClient> verifications =
      new EnumMap<>(InsiClient.Caller.class);
  private volatile @Nullable EsanteProxy proxy;
  private InsiClient.@Nullable Door door;
  private volatile DmpDoor.@Nullable Way dmpWay;
  private volatile @Nullable ReadOrganisation read;

  Services(InsiClient.Software software, LoginSettings loginByDefault, Defects defects) {
    this.software = software;
    this.loginByDefault = loginByDefault;
    this.defects = defects;
    this.revocations =
        new RevocationLists(
            loginByDefault.clock(), (int) loginByDefault.patience().toMillis(), defects);
  }

  /** Why a service cannot be used; the message is French, for the user. */
  static final class NotReady extends Exception {

    private static final long serialVersionUID = 1L;

    NotReady(String message) {
      super(message);
    }
  }

  void configure(BenchDescriptor described, Settings chosen) {
    close();
    bench = described;
    settings = chosen;
  }

  ProSanteConnect psc() throws NotReady {
    if (psc == null) {
      try {
        psc =
            ProSanteConnect.of(
                described(), settings.pscClient(), settings.over(loginByDefault), defects);
      } catch (DescriptorRefused e) {
        throw new NotReady(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new NotReady("Pro Santé Connect ne peut pas être appelé : " + e.getMessage());
      }
    }
    return psc;
  }

  /** The one that was prepared, if any; on any thread. */
  Optional<ProSanteConnect> pscInUse() {
    return Optional.ofNullable(psc);
  }

  /** How long a user may do nothing before he is logged out (SSI/IE.39). */
  Duration idleDelay() {
    return settings.idleDelay();
  }

  InsiSearch insi() throws NotReady {
    if (insi == null) {
      insi = client(InsiClient.Caller.USER);
    }
    return insi;
  }

  /** INSi for verifications, asked for by a user or by nobody: the certificate is not the same. */
  InsiVerification verification(InsiClient.Caller caller) throws NotReady {
    InsiClient ready = verifications.get(caller);
    if (ready == null) {
      ready = client(caller);
      verifications.put(caller, ready);
    }
    return ready;
  }

  private InsiClient client(InsiClient.Caller caller) throws NotReady {
    try {
      return InsiClient.of(
          described(),
          caller,
          software,
          loginByDefault.patience(),
          loginByDefault.clock(),
          defects,
          defects.has(Mutant.PROXY_APPEL_DIRECT) ? null : door);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("INSi ne peut pas être appelé : " + e.getMessage());
    }
  }

  /** INSi, called by a professional who proves himself. */
  InsiClient insi(Credential credential) throws NotReady {
    try {
      return InsiClient.of(
          described(),
          credential,
          software,
          loginByDefault.patience(),
          loginByDefault.clock(),
          defects);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("INSi ne peut pas être appelé : " + e.getMessage());
    }
  }

  /** The card of a professional, which a key store of the descriptor stands for. */
  ProfessionalCard card(String keyStore) throws NotReady {
    try {
      Tls.ClientKey key = key(keyStore);
      return new ProfessionalCard(key.certificate(), key.privateKey(), signature(keyStore));
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("La carte ne peut pas être lue : " + e.getMessage());
    }
  }

  // A card has two certificates, each in a key store of its own.
  private ProfessionalCard.@Nullable Signature signature(String keyStore)
      throws NotReady, IOException {
    try {
      Tls.ClientKey key = key(keyStore.replace("authentification", "signature"));
      boolean[] usage = key.certificate().getKeyUsage();
      return usage != null && usage[NON_REPUDIATION]
          ? new ProfessionalCard.Signature(key.certificate(), key.privateKey())
          : null;
    } catch (DescriptorRefused e) {
      return null;
    }
  }

  private Tls.ClientKey key(String keyStore) throws NotReady, DescriptorRefused, IOException {
    return key(described(), keyStore);
  }

  private static Tls.ClientKey key(BenchDescriptor bench, String keyStore)
      throws DescriptorRefused, IOException {
    KeyStoreFile file = bench.keyStore(keyStore);
    return Tls.ClientKey.open(file.pkcs12(), file.password());
  }

  /** Whether the bench has a DMP. */
  boolean hasDmp() {
    try {
      BenchDescriptor told = bench;
      return told != null && told.url(DMP).isAbsolute();
    } catch (DescriptorRefused e) {
      return false;
    }
  }

  /**
   * The certificates of the organisation for the DMP, read once for each configuration: opening a
   * store costs as much as a message.
   */
  Organisation organisation() throws NotReady {
    BenchDescriptor here = described();
    ReadOrganisation known = read;
    if (known != null && known.in() == here) {
      return known.organisation();
    }
    try {
      Organisation organisation =
          new Organisation(key(here, "organisation"), key(here, "organisation-cachet"));
      read = new ReadOrganisation(here, organisation);
      return organisation;
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("Le certificat de la structure ne peut pas être lu : " + e.getMessage());
    }
  }

  /** What an organisation connects with, and what it signs with. */
  record Organisation(Tls.ClientKey connection, Tls.ClientKey seal) {}

  private record ReadOrganisation(BenchDescriptor in, Organisation organisation) {}

  /** The DMP, reached with a certificate. */
  DmpDoor dmp(Tls.ClientKey key) throws NotReady {
    try {
      String address = described().url(DMP).toString();
      URI base = URI.create(address.endsWith("/") ? address : address + "/");
      return DmpDoor.straight(browser(key), base, defects);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("Le DMP ne peut pas être appelé : " + e.getMessage());
    }
  }

  /** The DMP, reached for an organisation: through the proxy for who is logged in there. */
  DmpDoor dmpOfOrganisation(Tls.ClientKey key) throws NotReady {
    DmpDoor.Way through = dmpWay;
    return through == null ? dmp(key) : DmpDoor.through(through, defects);
  }

  /** What reaches the servers of the bench with a certificate. */
  Wire browser(Tls.ClientKey key) throws NotReady, IOException {
    try {
      return Wire.of(Tls.context(described().caFile(), key), loginByDefault.patience(), null);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    }
  }

  /** Where the mail of the bench is. */
  Servers mailServers() throws NotReady {
    try {
      return Servers.of(described().url("mss.smtp"), described().url("mss.imap"));
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    }
  }

  /** The Annuaire Santé. */
  HealthDirectory directory() throws NotReady {
    return new HealthDirectory(web(), address("mss.fhir"), settings.directoryKey());
  }

  /** The professionals of the extraction of the Annuaire Santé, by national identifier. */
  Map<String, OpenAccessExtract.Person> extract()
      throws NotReady, MailFailure, InterruptedException {
    return OpenAccessExtract.load(web(), URI.create(address("mss.extraction") + "PS_LibreAcces"));
  }

  /** Where the servers of the mailboxes of a domain are, as their operator says. */
  Servers mailServersOf(String domain) throws NotReady, MailFailure, InterruptedException {
    return Autoconfiguration.read(
        web(), URI.create(address("mss.autoconfig") + domain + "/mail/config-v1.1.xml"));
  }

  private Wire web() throws NotReady {
    try {
      return Wire.of(Tls.context(described().caFile(), null), loginByDefault.patience(), null);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NotReady("L'annuaire ne peut pas être appelé : " + e.getMessage());
    }
  }

  /** How the operator of the mail is reached: for an application mailbox, with a certificate. */
  MailTls mail(boolean withCertificate) throws NotReady, IOException {
    try {
      Tls.ClientKey key = withCertificate ? key("organisation") : null;
      return new MailTls(
          defects.has(Mutant.MSS_CERTIFICAT_SERVEUR_IGNORE)
              ? Tls.trustingAnybody(key)
              : Tls.context(
                  described().caFile(), key, chains -> new RevocationTrust(chains, revocations)),
          (int) loginByDefault.patience().toMillis(),
          defects);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    }
  }

  /** How this software names itself to the DMP. */
  Software dmpSoftware() {
    return new Software(software.name(), software.version(), APPROVAL);
  }

  /** The OID of this installation. */
  String installation() {
    return Documents.oid(UUID.fromString(software.instance()));
  }

  /** How the professional is known of the health insurance. */
  Billing billing() {
    return settings.billing();
  }

  /** The address of a service. */
  URI address(String name) throws NotReady {
    try {
      return described().url(name);
    } catch (DescriptorRefused e) {
      throw new NotReady(String.valueOf(e.getMessage()));
    }
  }

  EsanteProxy proxy() throws NotReady {
    EsanteProxy ready = proxy;
    if (ready == null) {
      try {
        ready =
            EsanteProxy.of(
                described(), settings.pscClient(), settings.over(loginByDefault), defects);
        proxy = ready;
      } catch (DescriptorRefused e) {
        throw new NotReady(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        throw new NotReady("Le Proxy e-Santé ne peut pas être appelé : " + e.getMessage());
      }
    }
    return ready;
  }

  /** The services are called through a proxy from now on. */
  void throughProxy(InsiClient.Door toInsi, DmpDoor.Way toDmp) {
    passBy(toInsi, toDmp);
  }

  /** The services are called straight again. */
  void straight() {
    passBy(null, null);
  }

  private void passBy(InsiClient.@Nullable Door toInsi, DmpDoor.@Nullable Way toDmp) {
    door = toInsi;
    dmpWay = toDmp;
    insi = null;
    verifications.clear();
  }

  /** Forgets cookies, keys and connections; what was configured stays. Can be called twice. */
  @Override
  public void close() {
    if (psc != null) {
      psc.close();
    }
    psc = null;
    proxy = null;
    straight();
  }

  private BenchDescriptor described() throws NotReady {
    BenchDescriptor told = bench;
    if (told == null) {
      throw new NotReady(
          "Ce logiciel ne sait pas où sont les services : faites d'abord l'action configurer.");
    }
    return told;
  }
}
