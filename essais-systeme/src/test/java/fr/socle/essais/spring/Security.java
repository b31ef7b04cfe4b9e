package fr.socle.essais.spring;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.client.RestClient;

/**
 * The configuration of the reference documentation, with what Pro Santé Connect asks besides: its
 * own discovery address, {@code scope_all}, {@code acr_values}; and PKCE. No check is added.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {
  @Bean
  ClientRegistrationRepository registrations(SpaceDescriptor space) {
    Map<String, Object> metadata =
        RestClient.create()
            .get()
            .uri(Objects.requireNonNull(space.urls().get("psc.discovery")))
            .retrieve()
            .body(new ParameterizedTypeReference<>() {});
    ClientDescription client =
        space.clients().stream()
            .filter(c -> c.clientId().equals("lps-demo"))
            .findFirst()
            .orElseThrow();
    ClientRegistration registration =
        ClientRegistrations.fromOidcConfiguration(Objects.requireNonNull(metadata))
            .registrationId("psc")
            .clientId(client.clientId())
            .clientSecret(client.clientSecret())
            .scope("openid", "scope_all")
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .build();
    return new InMemoryClientRegistrationRepository(registration);
  }

  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  OAuth2AuthorizedClientManager manager(
      ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
    return new DefaultOAuth2AuthorizedClientManager(registrations, clients);
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, ClientRegistrationRepository registrations)
      throws Exception {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(
                request -> request.additionalParameters(more -> more.put("acr_values", "eidas1"))));
    OidcClientInitiatedLogoutSuccessHandler logout =
        new OidcClientInitiatedLogoutSuccessHandler(registrations);
    logout.setPostLogoutRedirectUri("{baseUrl}/au-revoir");
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    return http.authorizeHttpRequests(
            requested ->
                requested
                    .requestMatchers(paths.matcher("/au-revoir"))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2Login(
            login ->
                login
                    .authorizationEndpoint(at -> at.authorizationRequestResolver(requests))
                    .failureHandler(words()))
        .logout(
            out ->
                out.logoutRequestMatcher(paths.matcher("/deconnexion"))
                    .logoutSuccessHandler(logout))
        .oidcLogout(told -> told.backChannel(Customizer.withDefaults()))
        .build();
  }

  /** Shows Spring Security's own words instead of its login page. */
  private static AuthenticationFailureHandler words() {
    return (request, response, failure) -> {
      String code =
          failure instanceof OAuth2AuthenticationException oauth
              ? oauth.getError().getErrorCode()
              : failure.getClass().getSimpleName();
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("text/plain; charset=utf-8");
      response.getWriter().write("connexion refusée\n" + code + ": " + failure.getMessage() + "\n");
    };
  }
}
