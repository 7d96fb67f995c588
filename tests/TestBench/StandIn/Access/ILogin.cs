using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Access;

/// <summary>How a version tells who calls: <see cref="AdministratorLogin"/> up to v3, <see cref="UserLogin"/> since v4.</summary>
internal interface ILogin
{
    /// <summary>The user of a call.</summary>
    /// <exception cref="Answers.RefusalException">The credentials are missing or wrong.</exception>
    ApiUser Recognise(IHeaderDictionary headers);
}
