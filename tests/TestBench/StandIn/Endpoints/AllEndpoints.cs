using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Public;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>All that the stand-in answers to.</summary>
internal static class AllEndpoints
{
    public static void Map(RouteTable routes)
    {
        HealthEndpoints.Map(routes);
        AboutEndpoints.Map(routes);
        LogEndpoints.Map(routes);
        SettingEndpoints.Map(routes);
        SmtpTestEndpoint.Map(routes);
        ProfileEndpoints.Map(routes);
        CampaignEndpoints.Map(routes);
        ListEndpoints.Map(routes);
        SubscriberEndpoints.Map(routes);
        BounceEndpoints.Map(routes);
        RemovalEndpoints.Map(routes);
        OptInEndpoint.Map(routes);
        PublicSubscriptionEndpoint.Map(routes);
        SubscriptionFormPage.Map(routes);
        ConfirmPage.Map(routes);
        routes.Rest();
    }
}
