using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Hostile;

/// <summary>A disconnected session keeps no secrets, even if the caller still holds the session.
/// </summary>
[Collection(Alone.Name)]
public sealed class MemoryTests
{
    [Fact]
    public async Task A_disconnected_session_holds_neither_secret_nor_token()
    {
        (PersonioSession session, WeakReference[] secrets) = await WorkAsync();

        Collect();

        Assert.False(session.IsConnected);
        Assert.All(secrets, secret => Assert.False(secret.IsAlive));
    }

    [Fact]
    public async Task A_session_without_references_is_collected_with_everything_it_holds()
    {
        WeakReference session = await DropAsync();

        Collect();

        Assert.False(session.IsAlive);
    }

    [Fact]
    public async Task A_connected_session_holds_the_secret_in_one_place()
    {
        using TestSession scene = await TestSession.OpenAsync();

        Assert.Equal(["_grant"], Holders(scene.Session.Transport));
        Assert.Equal([], Holders(scene.Session));
    }

    // The credential and the token are created, used and released in this method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(PersonioSession Session, WeakReference[] Secrets)> WorkAsync()
    {
        var credential = new NetworkCredential("papi-id", "papi-secret-of-memory");
        using TestSession scene = await TestSession.OpenAsync(options => options with { Credential = credential });
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));
        await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        return (
            scene.Session, [new WeakReference(credential), new WeakReference(scene.Session.Transport.Tokens.Current)]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> DropAsync()
    {
        using TestSession scene = await TestSession.OpenAsync();
        return new WeakReference(scene.Session);
    }

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    // The fields from which the secret can be reached in two steps.
    private static IEnumerable<string> Holders(object owner) => owner.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(field => field.GetValue(owner) is { } value && value is not ApiTransport && Holds(value))
        .Select(field => field.Name);

    private static bool Holds(object value) => value is NetworkCredential { Password: TestSession.Secret }
        || value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Any(property => property.GetValue(value) is NetworkCredential { Password: TestSession.Secret })
        || value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Any(field => field.GetValue(value) is NetworkCredential { Password: TestSession.Secret });
}
