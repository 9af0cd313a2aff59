using System.Text.Json;

namespace Neighbour;

/// <summary>What the neighbour does with JSON.</summary>
public static class Writer
{
    /// <summary>Gets the version of System.Text.Json that this module got.</summary>
    public static string Version => typeof(JsonSerializer).Assembly.GetName().Version!.ToString();

    /// <summary>Writes a text as JSON.</summary>
    public static string Write(string text) => JsonSerializer.Serialize(new { Text = text });
}
