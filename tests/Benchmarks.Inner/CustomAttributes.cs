using BenchmarkDotNet.Attributes;
using Personio.Client;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Benchmarks.Inner;

/// <summary>The company's own attributes of 50 persons: one by its label, and all as the text of a CSV cell.</summary>
[MemoryDiagnoser]
public class CustomAttributes
{
    private IReadOnlyList<Person> _persons = [];

    [GlobalSetup]
    public async Task Fetch() =>
        _persons = EnvelopeReader.ReadPage<Person>((await Pages.OfAsync(Endpoints.ListPersons)).First).Items;

    [Benchmark]
    public int ByLabel()
    {
        int found = 0;
        foreach (Person person in _persons)
        {
            found += person.CustomAttributes["Locker"] is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark]
    public int AsText()
    {
        int length = 0;
        foreach (Person person in _persons)
        {
            length += person.CustomAttributes.ToString().Length;
        }

        return length;
    }
}
