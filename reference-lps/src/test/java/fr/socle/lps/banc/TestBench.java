package fr.socle.lps.banc;

import java.nio.file.Path;

/** Writes the {@code configurer} input of a small bench. */
public final class TestBench {

  private TestBench() {}

  /** A bench with a provider only. */
  public static String psc(TestPki pki, FakePsc psc, String client) {
    return "{'banc':{'version':'1','surprise':{},'urls':{'psc.discovery':'"
        + psc.discovery()
        + "'},'caFile':'"
        + pki.caFile()
        + "','keyStores':["
        + keyStore("psc-client", pki.client("psc-client", "CN=lps, OU=318003502400041"))
        + "],'clients':["
        + client
        + "]},'reglages':{'delaiConnexion':'1'}}";
  }

  /** A client that proves itself with a secret. */
  public static String secretClient() {
    return "{'clientId':'"
        + FakePsc.CLIENT
        + "','clientSecret':'un secret','authMethod':'client_secret_basic',"
        + "'redirectUris':['http://127.0.0.1:*/...']}";
  }

  /** A bench with INSi only. */
  public static String insi(TestPki pki, String address) {
    return "{'banc':{'urls':{'insi.certificate':'"
        + address
        + "'},'caFile':'"
        + pki.caFile()
        + "','keyStores':["
        + keyStore(
            "insi-manu", pki.client("insi-manu", "CN=INSI-MANU, OU=10B0000001, O=ESSAI, C=FR"))
        + ","
        + keyStore(
            "insi-auto", pki.client("insi-auto", "CN=INSI-AUTO, OU=10B0000001, O=ESSAI, C=FR"))
        + "],'lps':{'idam':'SOCLE0000001'}}}";
  }

  /** A bench with the INSi that professionals call with their card. */
  public static String cards(TestPki pki, String address) {
    return "{'banc':{'urls':{'insi.assertion':'"
        + address
        + "'},'caFile':'"
        + pki.caFile()
        + "','keyStores':["
        + keyStore("carte", pki.card("CN=899990000020, SURNAME=EXEMPLE, T=Médecin, C=FR"))
        + "],'lps':{'idam':'SOCLE0000001'}},'reglages':{'identifiantFacturation':'991234567'}}";
  }

  /** A bench with a Proxy e-Santé, and INSi behind it and beside it. */
  public static String proxy(TestPki pki, String proxy, String insi) {
    return "{'banc':{'urls':{'psc.proxy':'"
        + proxy
        + "','insi.certificate':'"
        + insi
        + "'},'caFile':'"
        + pki.caFile()
        + "','keyStores':["
        + keyStore(
            "insi-manu", pki.client("insi-manu", "CN=INSI-MANU, OU=10B0000001, O=ESSAI, C=FR"))
        + "],'clients':["
        + secretClient()
        + "],'lps':{'idam':'SOCLE0000001'}},'reglages':{'delaiConnexion':'1'}}";
  }

  /** A bench with a provider and an API, for a proxy of the editor's own before them. */
  public static String behindProxy(TestPki pki, FakePsc psc, FakeApi api) {
    return "{'banc':{'urls':{'psc.discovery':'"
        + psc.discovery()
        + "','api.insi.url':'"
        + api.address()
        + "/api','api.insi.token':'"
        + api.address()
        + "/token'},'caFile':'"
        + pki.caFile()
        + "','keyStores':["
        + keyStore("psc-client", pki.client("psc-client", "CN=lps, OU=318003502400041"))
        + "],'clients':["
        + secretClient()
        + "]},'reglages':{'delaiConnexion':'1'}}";
  }

  private static String keyStore(String name, Path file) {
    return "{'name':'" + name + "','pkcs12':'" + file + "','password':'" + TestPki.PASSWORD + "'}";
  }
}
