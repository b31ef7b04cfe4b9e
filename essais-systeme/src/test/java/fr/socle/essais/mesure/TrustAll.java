package fr.socle.essais.mesure;

import javax.net.ssl.X509ExtendedTrustManager;

/** Throughput is measured, not trust: the bare server has a certificate of its own. */
final class TrustAll extends X509ExtendedTrustManager {
  @Override
  public void checkClientTrusted(
      java.security.cert.X509Certificate[] chain, String type, java.net.Socket socket) {}

  @Override
  public void checkServerTrusted(
      java.security.cert.X509Certificate[] chain, String type, java.net.Socket socket) {}

  @Override
  public void checkClientTrusted(
      java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

  @Override
  public void checkServerTrusted(
      java.security.cert.X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

  @Override
  public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

  @Override
  public java.security.cert.X509Certificate[] getAcceptedIssuers() {
    return new java.security.cert.X509Certificate[0];
  }
}
