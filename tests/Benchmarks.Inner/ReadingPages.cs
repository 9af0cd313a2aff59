using BenchmarkDotNet.Attributes;
using Personio.Client;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Benchmarks.Inner;

/// <summary>From bytes to typed objects.</summary>
[MemoryDiagnoser]
public class ReadingPages
{
    private byte[] _persons = [];
    private byte[] _attendance = [];

    [GlobalSetup]
    public async Task Fetch()
    {
        _persons = (await Pages.OfAsync(Endpoints.ListPersons)).First;
        _attendance = (await Pages.OfAsync(Endpoints.ListAttendancePeriods)).First;
    }

    [Benchmark(Description = "50 persons")]
    public object Persons() => EnvelopeReader.ReadPage<Person>(_persons);

    [Benchmark(Description = "100 attendance periods")]
    public object Attendance() => EnvelopeReader.ReadPage<AttendancePeriod>(_attendance);
}
