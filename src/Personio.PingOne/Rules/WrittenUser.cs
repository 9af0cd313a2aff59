using System.Text.Json.Nodes;
using Personio.Models;

namespace Personio.PingOne;

/// <summary>A user as returned by the service after a write.</summary>
/// <param name="User">The user.</param>
/// <param name="NotKept">The paths of attributes whose value differs from the one sent: PingOne silently drops
/// attributes that its schema lacks.</param>
public sealed record WrittenUser(PingOneUser User, IReadOnlyList<string> NotKept)
{
    internal static WrittenUser From(
        IEnumerable<KeyValuePair<string, object?>> sent, ApiResponse answer, ApiRequest request)
    {
        JsonObject json = PingOneExchange.Parse(answer, request);
        PingOneUser user = PingOneExchange.ReadObject<PingOneUser>(answer, request);
        return user.UserId is null
            ? throw ResponseErrors.Unexpected(request, answer.Status, null, "it has no id")
            : new WrittenUser(user, UserAttributes.FindNotStored(sent.Where(pair => pair.Key != "enabled"), json));
    }
}
