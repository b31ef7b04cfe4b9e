package fr.socle.essais.spring;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The pages behind the login, and the one that says goodbye. */
final class Pages extends HttpServlet {
  private final transient BeanFactory beans;

  Pages(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/activites")) {
      response.setContentType("text/html; charset=utf-8");
      response
          .getWriter()
          .write(ActivityPage.of(user(request).getUserInfo(), request.getParameter("activite")));
      return;
    }
    response.setContentType("text/plain; charset=utf-8");
    response
        .getWriter()
        .write(
            switch (request.getServletPath()) {
              case "/" -> "dossier ouvert\n" + nationalId(request) + "\n";
              case "/jeton" -> token(request, response);
              case "/au-revoir" -> "au revoir\n";
              default -> "page inconnue\n";
            });
  }

  private static String nationalId(HttpServletRequest request) {
    return user(request).getUserInfo().getClaimAsString("SubjectNameID");
  }

  private static OidcUser user(HttpServletRequest request) {
    return (OidcUser) ((Authentication) request.getUserPrincipal()).getPrincipal();
  }

  /** A living access token as Spring hands it to a caller: renewed when it is about to expire. */
  private String token(HttpServletRequest request, HttpServletResponse response) {
    Authentication who = (Authentication) request.getUserPrincipal();
    OAuth2AuthorizeRequest wanted =
        OAuth2AuthorizeRequest.withClientRegistrationId("psc")
            .principal(who)
            .attribute(HttpServletRequest.class.getName(), request)
            .attribute(HttpServletResponse.class.getName(), response)
            .build();
    try {
      OAuth2AuthorizedClient client =
          beans.getBean(OAuth2AuthorizedClientManager.class).authorize(wanted);
      return client == null ? "aucun jeton\n" : "jeton valable\n";
    } catch (OAuth2AuthorizationException refused) {
      return "renouvellement refusé\n" + refused.getMessage() + "\n";
    }
  }
}
