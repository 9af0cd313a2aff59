using System.Text.Json.Nodes;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>Applies a PATCH to a profile: objects merge member by member, null clears (RFC 7396).</summary>
internal static class JsonMerge
{
    public static JsonObject Patch(JsonObject target, JsonObject changes)
    {
        var result = (JsonObject)target.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> member in changes)
        {
            if (member.Value is null)
            {
                result.Remove(member.Key);
            }
            else if (member.Value is JsonObject part)
            {
                JsonObject merged = Patch(result[member.Key] as JsonObject ?? [], part);
                result.Remove(member.Key);
                if (merged.Count > 0)
                {
                    result[member.Key] = merged;
                }
            }
            else
            {
                result[member.Key] = member.Value.DeepClone();
            }
        }

        return result;
    }
}
