using System.Text.Json;

namespace Neighbor;

/// <summary>The JSON code of the neighbor module.</summary>
public static class Writer
{
    /// <summary>Gets the version of System.Text.Json that this module loaded.</summary>
    public static string Version => typeof(JsonSerializer).Assembly.GetName().Version!.ToString();

    /// <summary>Writes a text as JSON.</summary>
    public static string Write(string text) => JsonSerializer.Serialize(new { Text = text });
}
